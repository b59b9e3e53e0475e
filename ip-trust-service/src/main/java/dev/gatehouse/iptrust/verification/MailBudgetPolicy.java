package dev.gatehouse.iptrust.verification;

import java.time.Duration;
import java.util.Optional;

/** Whether one more verification may be mailed; what is over budget is recorded and not mailed. */
final class MailBudgetPolicy {
    /** The time that mails are counted over. */
    static final Duration WINDOW = Duration.ofHours(1);

    private static final int OPEN_PER_ACCOUNT = 3;
    private static final int MAILS_PER_ACCOUNT = 5;
    private static final int MAILS_PER_ADDRESS = 10;

    private MailBudgetPolicy() {}

    /** Why it must not be mailed, if so. */
    static Optional<String> objection(Spent spent) {
        if (spent.openOfAccount() >= OPEN_PER_ACCOUNT) {
            return Optional.of("too_many_open");
        }
        if (spent.mailsToAccount() >= MAILS_PER_ACCOUNT) {
            return Optional.of("too_many_mails");
        }
        return spent.mailsFromAddress() >= MAILS_PER_ADDRESS
                ? Optional.of("too_many_mails_from_address")
                : Optional.empty();
    }

    /** What was spent before; mails within the {@link #WINDOW}. */
    record Spent(long openOfAccount, long mailsToAccount, long mailsFromAddress) {}
}
