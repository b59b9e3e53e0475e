package dev.gatehouse.auth.login.limit;

import dev.gatehouse.auth.login.limitsetting.LimitRule;
import dev.gatehouse.auth.login.limitsetting.LimitSettings;
import dev.gatehouse.contracts.event.LoginLimit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names a counter.
 *
 * @param id keyed digest of kind, limit, network and e-mail address
 * @param network the network that is counted, or that of the pair
 * @param factor how many times the failures of one address are allowed
 */
record LimitKey(LoginLimit limit, UUID id, @Nullable String network, int factor) {
    /**
     * The answer to an attempt that this key blocks may say so: it depends on what the caller did, and on nothing else.
     */
    boolean isOfCaller() {
        return limit == LoginLimit.PAIR || limit == LoginLimit.NETWORK;
    }

    /** The rule; never called for a credential, which has a fixed end. */
    LimitRule rule(LimitSettings settings) {
        return limit == LoginLimit.NETWORK ? settings.perAddress().times(factor) : settings.perAccount();
    }
}
