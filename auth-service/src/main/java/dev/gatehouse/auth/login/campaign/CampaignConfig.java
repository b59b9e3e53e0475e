package dev.gatehouse.auth.login.campaign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When failed logins of strangers are a campaign. */
@ConfigMapping(prefix = "gatehouse.auth.login.campaign")
interface CampaignConfig {
    /** How many e-mail addresses or networks make a campaign against agents; default 25. */
    @WithDefault("25")
    @Min(2)
    @Max(10_000)
    int agents();

    /** How many e-mail addresses or networks make a campaign against end users; default 100. */
    @WithDefault("100")
    @Min(2)
    @Max(10_000)
    int users();

    /** Failures within this time count; default ten minutes. */
    @WithDefault("PT10M")
    @DurationMin(minutes = 1)
    @DurationMax(hours = 1)
    Duration window();

    /** How often they are counted; default ten seconds. */
    @WithDefault("PT10S")
    @DurationMin(seconds = 1)
    @DurationMax(hours = 1)
    Duration checkEvery();
}
