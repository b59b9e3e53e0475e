package dev.gatehouse.auth.login.limit;

import dev.gatehouse.contracts.event.Change;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The limits for one kind of account, as administrators set them.
 *
 * @param perAccount for an account, and for the pair of account and network
 * @param perAddress for a network
 * @param version increases with every edit
 */
record LimitSettings(boolean enabled, Rule perAccount, Rule perAddress, long version) {
    /**
     * How many failures are let through.
     *
     * @param failures the failure that begins a lock
     * @param window the time in which half of the failures are forgotten
     * @param lock the longest lock; the first one takes 30 seconds, every further one twice as long as the one before
     */
    record Rule(int failures, Duration window, Duration lock) {
        private static final int TIGHTENED_BY = 4;
        private static final int LEAST_TIGHTENED = 4;

        static final Duration FIRST_LOCK = Duration.ofSeconds(30);

        /** While logins fail from many networks: fewer failures, which are forgotten later. */
        Rule tightened() {
            return new Rule(
                    Math.max(LEAST_TIGHTENED, failures / TIGHTENED_BY), window.multipliedBy(TIGHTENED_BY), lock);
        }

        /** The same rule for a network that holds many clients. */
        Rule times(int factor) {
            return new Rule(failures * factor, window, lock);
        }
    }

    boolean sameValues(LimitSettings other) {
        return enabled == other.enabled && perAccount.equals(other.perAccount) && perAddress.equals(other.perAddress);
    }

    /** What networks of strangers meet while there is a campaign. */
    LimitSettings tightened() {
        return new LimitSettings(enabled, perAccount, perAddress.tightened(), version);
    }

    LimitSettings withVersion(long next) {
        return new LimitSettings(enabled, perAccount, perAddress, next);
    }

    /** The fields that differ, for the audit log. */
    List<Change> changesTo(LimitSettings after) {
        return Stream.of(
                        change("enabled", after, LimitSettings::enabled),
                        change("perAccount.failures", after, of -> of.perAccount.failures()),
                        change("perAccount.window", after, of -> of.perAccount.window()),
                        change("perAccount.lock", after, of -> of.perAccount.lock()),
                        change("perAddress.failures", after, of -> of.perAddress.failures()),
                        change("perAddress.window", after, of -> of.perAddress.window()),
                        change("perAddress.lock", after, of -> of.perAddress.lock()))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    private Change change(String field, LimitSettings after, Function<LimitSettings, Object> value) {
        return new Change(
                field, value.apply(this).toString(), value.apply(after).toString());
    }
}
