package dev.gatehouse.notification.account;

import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * Somebody who may be told something.
 *
 * @param locale one of the languages that notifications are written in
 * @param timeZone UTC where the account names none that is known here
 */
public record Recipient(
        UUID accountId,
        AccountKind kind,
        AccountStatus status,
        String email,
        String displayName,
        Locale locale,
        ZoneId timeZone) {
    /** Whether notifications are for them: agents who can sign in, or will once they have a password. */
    public boolean isNotified() {
        return kind == AccountKind.AGENT && (status == AccountStatus.ACTIVE || status == AccountStatus.INVITED);
    }

    /** Redacted: names and addresses of people stay out of logs. */
    @Override
    public String toString() {
        return "Recipient[accountId=" + accountId + "]";
    }
}
