package dev.gatehouse.auth.login.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.gatehouse.auth.credential.password.PasswordHashing.Check;
import dev.gatehouse.auth.credential.password.PasswordTraits;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.credential.policy.PolicyCheck.Judged;
import dev.gatehouse.auth.login.iptrust.Trust;
import dev.gatehouse.auth.login.iptrust.Trusting;
import dev.gatehouse.auth.login.password.LoginPolicy.Account;
import dev.gatehouse.auth.login.password.LoginPolicy.Decision;
import dev.gatehouse.auth.login.password.LoginPolicy.Facts;
import dev.gatehouse.auth.login.password.LoginPolicy.Proven;
import dev.gatehouse.auth.login.password.LoginPolicy.RefusalReason;
import dev.gatehouse.auth.session.lifetime.Session;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.contracts.event.PasswordChangeReason;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.identity.Audience;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Check RIGHT = new Check.Match(false);
    private static final Check WRONG = new Check.Mismatch();
    private static final PasswordTraits TRAITS = new PasswordTraits(30, true, false, false, true, 4, false, false);
    private static final Optional<Judged> GOOD = Optional.of(new Judged(TRAITS, Optional.empty()));

    @ParameterizedTest(name = "{1} {2} with a {3} password at the audience of {0}: {4}")
    @CsvSource({
        "AGENT, AGENT, ACTIVE,   wrong, WRONG_PASSWORD",
        "USER,  USER,  ACTIVE,   wrong, WRONG_PASSWORD",
        "USER,  AGENT, ACTIVE,   right, OTHER_AUDIENCE",
        "AGENT, USER,  ACTIVE,   right, OTHER_AUDIENCE",
        "USER,  AGENT, DISABLED, wrong, OTHER_AUDIENCE",
        "ADMIN, AGENT, ACTIVE,   right, OTHER_AUDIENCE",
        "AGENT, AGENT, DISABLED, right, ACCOUNT_DISABLED",
        "AGENT, AGENT, DISABLED, wrong, ACCOUNT_DISABLED",
        "AGENT, AGENT, INVITED,  wrong, ACCOUNT_INVITED",
        "USER,  USER,  ERASED,   wrong, ACCOUNT_DISABLED"
    })
    void refusesForTheTrueReason(
            Audience audience, AccountKind kind, AccountStatus status, String password, RefusalReason expected) {
        // Given
        Check check = password.equals("right") ? RIGHT : WRONG;

        // When
        Decision decision = LoginPolicy.decide(facts(audience, Optional.of(account(kind, status)), check));

        // Then
        assertEquals(new Decision.Refuse(expected), decision);
    }

    @Test
    void refusesAnUnknownAccount() {
        // When
        Decision decision = LoginPolicy.decide(facts(Audience.AGENT, Optional.empty(), WRONG));

        // Then
        assertEquals(new Decision.Refuse(RefusalReason.UNKNOWN_ACCOUNT), decision);
    }

    @Test
    void admitsTheRightPasswordAtItsOwnAudience() {
        // When
        Decision decision = LoginPolicy.decide(
                facts(Audience.USER, Optional.of(account(AccountKind.USER, AccountStatus.ACTIVE)), RIGHT));

        // Then
        assertEquals(
                NOW, assertInstanceOf(Decision.Admit.class, decision).proven().passwordSetAt());
    }

    @Test
    void asksForVerificationOfAnUntrustedAddress() {
        // Given
        Account agent = account(AccountKind.AGENT, AccountStatus.ACTIVE);
        IpAddress address = IpAddress.parse("203.0.113.7").orElseThrow();

        // When
        Decision decision = LoginPolicy.decide(
                new Facts(Audience.AGENT, address, Optional.of(agent), Trusting.noAddress(), RIGHT, GOOD, NOW));

        // Then
        assertEquals(
                agent.account(),
                assertInstanceOf(Decision.Verify.class, decision).proven().account());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"trusted, ChangePassword", "untrusted, Verify", "off, Verify"})
    void demandsANewPasswordFromATrustedAddressOnly(String trust, String expected) {
        // Given
        Account known = account(AccountKind.AGENT, AccountStatus.ACTIVE);
        Session.Account marked = new Session.Account(
                known.account().id(),
                AccountKind.AGENT,
                false,
                AccountStatus.ACTIVE,
                PasswordChangeReason.LOGIN_DENIED,
                null);
        IpAddress address = IpAddress.parse("203.0.113.7").orElseThrow();
        // When
        Decision decision = LoginPolicy.decide(new Facts(
                Audience.AGENT,
                address,
                Optional.of(new Account(marked, "Ada", known.stored())),
                trust(trust),
                RIGHT,
                GOOD,
                NOW));

        // Then
        assertEquals(expected, decision.getClass().getSimpleName());
    }

    /** Unlike a password that somebody else may know, it can be changed from wherever one may sign in. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({"trusted,   EXPIRED, ChangePassword", "off,       POLICY,  ChangePassword", "untrusted, POLICY,  Verify"
    })
    void demandsANewPasswordWhenItFallsShort(String trust, PasswordChangeReason why, String expected) {
        // Given
        Account agent = account(AccountKind.AGENT, AccountStatus.ACTIVE);
        IpAddress address = IpAddress.parse("203.0.113.7").orElseThrow();
        Optional<Judged> judged = Optional.of(new Judged(TRAITS, Optional.of(why)));

        // When
        Decision decision = LoginPolicy.decide(
                new Facts(Audience.AGENT, address, Optional.of(agent), trust(trust), RIGHT, judged, NOW));

        // Then
        assertEquals(expected, decision.getClass().getSimpleName());
        Proven proven =
                switch (decision) {
                    case Decision.ChangePassword change -> change.proven();
                    case Decision.Verify verify -> verify.proven();
                    default -> throw new AssertionError(decision);
                };
        assertEquals(why, proven.passwordChange());
    }

    private static Trust trust(String trust) {
        return switch (trust) {
            case "trusted" -> Trusting.address("203.0.113.7");
            case "untrusted" -> Trusting.noAddress();
            default -> Trusting.disabled();
        };
    }

    private static Account account(AccountKind kind, AccountStatus status) {
        return new Account(
                new Session.Account(UUID.randomUUID(), kind, false, status, null, null),
                "Ada",
                new LoginPolicy.Password(new StoredPassword("phc", "key"), NOW, Optional.of(TRAITS)));
    }

    private static Facts facts(Audience audience, Optional<Account> account, Check check) {
        IpAddress address = IpAddress.parse("203.0.113.7").orElseThrow();
        return new Facts(audience, address, account, Trusting.disabled(), check, GOOD, NOW);
    }
}
