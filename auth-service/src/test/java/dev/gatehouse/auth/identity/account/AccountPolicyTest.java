package dev.gatehouse.auth.identity.account;

import static dev.gatehouse.contracts.identity.AccountKind.AGENT;
import static dev.gatehouse.contracts.identity.AccountKind.USER;
import static dev.gatehouse.contracts.identity.AccountStatus.ACTIVE;
import static dev.gatehouse.contracts.identity.AccountStatus.DISABLED;
import static dev.gatehouse.contracts.identity.AccountStatus.ERASED;
import static dev.gatehouse.contracts.identity.AccountStatus.INVITED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.auth.identity.account.AccountPolicy.Admins;
import dev.gatehouse.auth.identity.account.AccountPolicy.Facts;
import dev.gatehouse.chassis.http.etag.IfMatch;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountPolicyTest {
    enum Whose {
        OWN,
        ANOTHERS
    }

    enum Term {
        STAYS,
        ENDS_SOON
    }

    enum Right {
        ADMIN,
        NONE
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, ADMIN, ANOTHERS, 1, ",
        "ACTIVE, ADMIN, ANOTHERS, 0, LAST_ADMIN",
        "DISABLED, ADMIN, ANOTHERS, 0, ",
        "INVITED, ADMIN, ANOTHERS, 0, ",
        "ACTIVE, NONE, ANOTHERS, 0, ",
        "ACTIVE, NONE, OWN, 0, ",
        "ACTIVE, ADMIN, OWN, 5, OWN_ADMIN_RIGHT",
        "ACTIVE, ADMIN, OWN, 0, OWN_ADMIN_RIGHT",
    })
    void keepsTheLastActiveAdministratorAndOnesOwnRight(
            AccountStatus status, Right right, Whose whose, long others, Refusal refusal) {
        assertEquals(
                Optional.ofNullable(refusal), AccountPolicy.lessAdmins(facts(AGENT, status, right, whose, others)));
    }

    /** Of the account and of the others: how many there are, and who stays. */
    @ParameterizedTest
    @CsvSource({
        "STAYS, 2, 1, ",
        "STAYS, 2, 0, LAST_ADMIN",
        "STAYS, 0, 0, LAST_ADMIN",
        "ENDS_SOON, 2, 1, ",
        "ENDS_SOON, 2, 0, ",
        "ENDS_SOON, 0, 0, LAST_ADMIN",
    })
    void keepsTheLastAdministratorWhoStays(Term term, long others, long staying, Refusal refusal) {
        assertEquals(
                Optional.ofNullable(refusal),
                AccountPolicy.lessAdmins(facts(new Admins(term == Term.STAYS, others, staying))));
    }

    @ParameterizedTest
    @CsvSource({
        "STAYS, ENDS_SOON, 0, LAST_ADMIN",
        "STAYS, ENDS_SOON, 1, ",
        "STAYS, STAYS, 0, ",
        "ENDS_SOON, ENDS_SOON, 0, ",
    })
    void theRightOfTheLastWhoStaysGetsNoNearEnd(Term now, Term then, long staying, Refusal refusal) {
        assertEquals(
                Optional.ofNullable(refusal),
                AccountPolicy.grant(facts(new Admins(now == Term.STAYS, 1, staying)), then == Term.ENDS_SOON));
    }

    @ParameterizedTest
    @CsvSource({"AGENT, ANOTHERS, ", "AGENT, OWN, OWN_ADMIN_RIGHT", "USER, ANOTHERS, NOT_AN_AGENT"})
    void onlyAgentsBecomeAdministratorsAndNeverByThemselves(AccountKind kind, Whose whose, Refusal refusal) {
        assertEquals(Optional.ofNullable(refusal), AccountPolicy.moreAdmins(facts(kind, ACTIVE, Right.NONE, whose, 1)));
    }

    @Test
    void refusesAStaleVersionAndAnErasedAccount() {
        assertEquals(
                Optional.of(Refusal.STALE), AccountPolicy.change(version(ACTIVE, Optional.of(IfMatch.version(6)))));
        assertEquals(Optional.empty(), AccountPolicy.change(version(ACTIVE, Optional.of(IfMatch.version(7)))));
        assertEquals(Optional.empty(), AccountPolicy.change(version(ACTIVE, Optional.empty())));
        assertEquals(
                Optional.of(Refusal.ERASED), AccountPolicy.change(version(ERASED, Optional.of(IfMatch.version(7)))));
    }

    @Test
    void anInvitedAccountCannotBeActivatedByAnAdministrator() {
        assertEquals(Optional.of(Refusal.INVITED), AccountPolicy.status(version(INVITED, Optional.empty()), ACTIVE));
        assertEquals(Optional.empty(), AccountPolicy.status(version(DISABLED, Optional.empty()), ACTIVE));
    }

    private static Facts facts(AccountKind kind, AccountStatus status, Right right, Whose whose, long others) {
        return new Facts(
                kind,
                status,
                right == Right.ADMIN,
                7,
                Optional.empty(),
                whose == Whose.OWN,
                new Admins(true, others, others));
    }

    private static Facts facts(Admins admins) {
        return new Facts(AGENT, ACTIVE, true, 7, Optional.empty(), false, admins);
    }

    private static Facts version(AccountStatus status, Optional<IfMatch> expected) {
        return new Facts(USER, status, false, 7, expected, false, new Admins(false, 0, 0));
    }
}
