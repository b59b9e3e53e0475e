package dev.gatehouse.iptrust.verification;

import java.time.Duration;
import java.util.Optional;

/** Decides whether one more verification may be mailed. A verification over the budget is recorded and not mailed. */
final class MailBudgetPolicy {
    /** The time window of the counts. */
    static final Duration WINDOW = Duration.ofHours(1);

    private static final int OPEN_PER_ACCOUNT = 3;
    private static final int MAILS_PER_ACCOUNT = 5;
    private static final int MAILS_PER_ADDRESS = 10;

    private MailBudgetPolicy() {}

    /** The reason not to mail it, if there is one. */
    static Optional<String> objection(Usage usage) {
        if (usage.openOfAccount() >= OPEN_PER_ACCOUNT) {
            return Optional.of("too_many_open");
        }
        if (usage.mailsToAccount() >= MAILS_PER_ACCOUNT) {
            return Optional.of("too_many_mails");
        }
        return usage.mailsFromAddress() >= MAILS_PER_ADDRESS
                ? Optional.of("too_many_mails_from_address")
                : Optional.empty();
    }

    /** Counts before this verification; mails within the {@link #WINDOW}. */
    record Usage(long openOfAccount, long mailsToAccount, long mailsFromAddress) {}
}
