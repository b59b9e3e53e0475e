package dev.gatehouse.iptrust.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether one more verification may be mailed. One over the budget is recorded and not mailed, and the waiting
 * client is told until when. All mails answer a right password, so the budget of a network is wide: a whole office
 * signs in from one address on its first morning.
 */
final class MailBudgetPolicy {
    /** The time window of the counts. */
    static final Duration WINDOW = Duration.ofHours(1);

    private static final int OPEN_PER_ACCOUNT = 3;
    private static final int MAILS_PER_ACCOUNT = 5;
    private static final int MAILS_PER_NETWORK = 200;

    private MailBudgetPolicy() {}

    /** The reason not to mail it, if there is one. */
    static Optional<Objection> objection(Usage usage) {
        if (usage.openOfAccount().count() >= OPEN_PER_ACCOUNT) {
            return Optional.of(
                    new Objection("too_many_open", usage.openOfAccount().freeAt()));
        }
        if (usage.mailsToAccount().count() >= MAILS_PER_ACCOUNT) {
            return Optional.of(
                    new Objection("too_many_mails", usage.mailsToAccount().freeAt()));
        }
        return usage.mailsFromNetwork().count() >= MAILS_PER_NETWORK
                ? Optional.of(new Objection(
                        "too_many_mails_from_network", usage.mailsFromNetwork().freeAt()))
                : Optional.empty();
    }

    /** What is counted before this verification; mails within the {@link #WINDOW}. */
    record Usage(Count openOfAccount, Count mailsToAccount, Count mailsFromNetwork) {}

    /**
     * How many there are, and when there is one less.
     *
     * @param freeAt absent when there is none
     */
    record Count(long count, @Nullable Instant freeAt) {}

    /**
     * Why a verification is not mailed.
     *
     * @param resendAt when a new login would be mailed; absent when it never would
     */
    record Objection(String reason, @Nullable Instant resendAt) {
        /** Nobody may trust this address. */
        static final Objection NOT_TRUSTABLE = new Objection("address_not_trustable", null);
    }
}
