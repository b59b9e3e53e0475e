package dev.gatehouse.auth.login.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.gatehouse.auth.credential.password.PasswordCheck;
import dev.gatehouse.auth.credential.password.StoredPassword;
import dev.gatehouse.auth.login.iptrust.Trust;
import dev.gatehouse.auth.login.iptrust.Trusting;
import dev.gatehouse.auth.session.lifetime.SessionAccount;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
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
    private static final PasswordCheck RIGHT = new PasswordCheck.Match(false);
    private static final PasswordCheck WRONG = new PasswordCheck.Mismatch();

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
        PasswordCheck check = password.equals("right") ? RIGHT : WRONG;

        // When
        LoginDecision decision = LoginPolicy.decide(facts(audience, Optional.of(account(kind, status)), check));

        // Then
        assertEquals(new LoginDecision.Refuse(expected), decision);
    }

    @Test
    void refusesAnUnknownAccount() {
        // When
        LoginDecision decision = LoginPolicy.decide(facts(Audience.AGENT, Optional.empty(), WRONG));

        // Then
        assertEquals(new LoginDecision.Refuse(RefusalReason.UNKNOWN_ACCOUNT), decision);
    }

    @Test
    void admitsTheRightPasswordAtItsOwnAudience() {
        // When
        LoginDecision decision = LoginPolicy.decide(
                facts(Audience.USER, Optional.of(account(AccountKind.USER, AccountStatus.ACTIVE)), RIGHT));

        // Then
        assertEquals(
                NOW,
                assertInstanceOf(LoginDecision.Admit.class, decision).proven().passwordSetAt());
    }

    @Test
    void asksForVerificationOfAnUntrustedAddress() {
        // Given
        LoginAccount agent = account(AccountKind.AGENT, AccountStatus.ACTIVE);
        IpAddress address = IpAddress.parse("203.0.113.7").orElseThrow();

        // When
        LoginDecision decision = LoginPolicy.decide(
                new LoginFacts(Audience.AGENT, address, Optional.of(agent), Trusting.noAddress(), RIGHT, NOW));

        // Then
        assertEquals(
                agent.account(),
                assertInstanceOf(LoginDecision.Verify.class, decision).proven().account());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"trusted, ChangePassword", "untrusted, Verify", "off, Verify"})
    void demandsANewPasswordFromATrustedAddressOnly(String trust, String expected) {
        // Given
        LoginAccount known = account(AccountKind.AGENT, AccountStatus.ACTIVE);
        SessionAccount marked =
                new SessionAccount(known.account().id(), AccountKind.AGENT, false, AccountStatus.ACTIVE, true, null);
        IpAddress address = IpAddress.parse("203.0.113.7").orElseThrow();
        Trust present =
                switch (trust) {
                    case "trusted" -> Trusting.address("203.0.113.7");
                    case "untrusted" -> Trusting.noAddress();
                    default -> Trusting.disabled();
                };

        // When
        LoginDecision decision = LoginPolicy.decide(new LoginFacts(
                Audience.AGENT, address, Optional.of(new LoginAccount(marked, known.stored())), present, RIGHT, NOW));

        // Then
        assertEquals(expected, decision.getClass().getSimpleName());
    }

    private static LoginAccount account(AccountKind kind, AccountStatus status) {
        return new LoginAccount(
                new SessionAccount(UUID.randomUUID(), kind, false, status, false, null),
                new LoginAccount.Password(new StoredPassword("phc", "key"), NOW));
    }

    private static LoginFacts facts(Audience audience, Optional<LoginAccount> account, PasswordCheck check) {
        IpAddress address = IpAddress.parse("203.0.113.7").orElseThrow();
        return new LoginFacts(audience, address, account, Trusting.disabled(), check, NOW);
    }
}
