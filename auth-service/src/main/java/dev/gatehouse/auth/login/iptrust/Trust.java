package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.state.IpTrustScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What was known, at one moment, about where one account may sign in from; decides without asking anybody. */
public final class Trust {
    private final TrustRules rules;
    private final List<TrustedNetwork> ofAccount;

    Trust(TrustRules rules, List<TrustedNetwork> ofAccount) {
        this.rules = rules;
        this.ofAccount = List.copyOf(ofAccount);
    }

    /** What IP trust says about a sign-in. */
    public enum Verdict {
        /** The address is no obstacle. */
        ADMIT,
        /** The address must be verified first. */
        VERIFY
    }

    /** Never an obstacle for users; for agents as the scope says, unless a trusted network has the address in it. */
    public Verdict decide(Newcomer newcomer, IpAddress address, Instant now) {
        if (!rules.enabled() || !concerns(newcomer)) {
            return Verdict.ADMIT;
        }
        boolean trusted = Stream.concat(rules.networks().stream(), ofAccount.stream())
                .anyMatch(network -> network.trusts(address, now));
        return trusted ? Verdict.ADMIT : Verdict.VERIFY;
    }

    /** How long a sign-in waits for its address to be trusted. */
    public Duration verificationLifetime() {
        return rules.verificationLifetime();
    }

    private boolean concerns(Newcomer newcomer) {
        return switch (newcomer) {
            case USER -> false;
            case AGENT -> rules.scope() == IpTrustScope.ALL_AGENTS;
            case ADMINISTRATOR -> true;
        };
    }
}
