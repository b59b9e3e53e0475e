package dev.gatehouse.auth.token;

import dev.gatehouse.auth.token.signingkey.SigningKeys;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.contracts.identity.AccountKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Mints access tokens with a clock that is behind, so that they expire soon. */
@Singleton
public class ExpiringTokens {
    private final SigningKeys keys;
    private final IdGenerator ids;
    private final TokenConfig config;
    private final SuiteConfig suite;

    @Inject
    ExpiringTokens(SigningKeys keys, IdGenerator ids, TokenConfig config, SuiteConfig suite) {
        this.keys = keys;
        this.ids = ids;
        this.config = config;
        this.suite = suite;
    }

    /** The token of an administrator that expires at this time. */
    public String until(Instant expiry) {
        Instant minted = expiry.minus(config.accessLifetime());
        TokenIssuer.Subject admin = new TokenIssuer.Subject(
                UUID.randomUUID(), AccountKind.AGENT, true, UUID.randomUUID(), minted, minted, List.of("pwd"));
        return new TokenIssuer(keys, ids, () -> minted, config, suite)
                .mint(admin)
                .await()
                .atMost(Duration.ofSeconds(10))
                .text()
                .reveal();
    }
}
