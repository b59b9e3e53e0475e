package dev.gatehouse.auth.login.campaign;

import dev.gatehouse.contracts.identity.AccountKind;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for login campaigns against agents, then against end users. */
@ApplicationScoped
class LoginCampaignJob {
    private final LoginCampaigns campaigns;

    LoginCampaignJob(LoginCampaigns campaigns) {
        this.campaigns = campaigns;
    }

    @Scheduled(
            identity = "login-campaigns",
            every = "${gatehouse.auth.login.campaign.check-every}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return campaigns.look(AccountKind.AGENT).chain(() -> campaigns.look(AccountKind.USER));
    }
}
