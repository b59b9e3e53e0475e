package dev.gatehouse.auth.identity.passwordreset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.identity.passwordreset.PasswordResetPolicy.Facts;
import dev.gatehouse.auth.identity.passwordreset.PasswordResetPolicy.Owner;
import dev.gatehouse.auth.identity.passwordreset.PasswordResetPolicy.Reason;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordResetPolicyTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "USER,  USER,  ACTIVE,   0, -",
                "AGENT, AGENT, ACTIVE,   2, -",
                "USER,  USER,  ACTIVE,   3, ACCOUNT_LIMIT",
                "USER,  USER,  ACTIVE,   4, ACCOUNT_LIMIT",
                "USER,  AGENT, ACTIVE,   0, UNKNOWN_ACCOUNT",
                "AGENT, USER,  ACTIVE,   3, UNKNOWN_ACCOUNT",
                "USER,  USER,  INVITED,  0, ACCOUNT_NOT_ACTIVE",
                "USER,  USER,  DISABLED, 0, ACCOUNT_NOT_ACTIVE",
                "USER,  USER,  ERASED,   3, ACCOUNT_NOT_ACTIVE",
            })
    void mailsActiveAccountsOfTheAudienceWithinTheLimit(
            AccountKind audience, AccountKind kind, AccountStatus status, long mailed, Reason refusal) {
        assertEquals(
                Optional.ofNullable(refusal),
                PasswordResetPolicy.refusal(new Facts(audience, Optional.of(new Owner(kind, status)), mailed, 3)));
    }

    @Test
    void mailsNobodyWhoIsUnknown() {
        assertEquals(
                Optional.of(Reason.UNKNOWN_ACCOUNT),
                PasswordResetPolicy.refusal(new Facts(AccountKind.USER, Optional.empty(), 0, 3)));
    }
}
