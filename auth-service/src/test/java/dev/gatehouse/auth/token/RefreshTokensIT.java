package dev.gatehouse.auth.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.chassis.security.secret.Secret;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@AuthStack
class RefreshTokensIT {
    private static final String SECRET = "A".repeat(43);

    @Inject
    RefreshTokens tokens;

    @Test
    void givesTheSameSuccessorAgain() {
        // Given
        RefreshToken first = tokens.first(UUID.randomUUID());

        // When
        RefreshToken next = tokens.successor(first);

        // Then
        assertEquals(next, tokens.successor(first));
        assertNotEquals(first.secret(), next.secret());
    }

    @Test
    void recognisesItsOwnTokensAndNoForgedOne() {
        // Given
        RefreshToken first = tokens.first(UUID.randomUUID());
        RefreshToken second = tokens.successor(first);

        // Then
        assertTrue(tokens.isGenuine(first));
        assertTrue(tokens.isGenuine(second));
        assertEquals(1, second.generation());
        assertFalse(tokens.isGenuine(new RefreshToken(first.sessionId(), 0, first.secret(), second.seal())));
        assertFalse(tokens.isGenuine(new RefreshToken(first.sessionId(), 1, first.secret(), first.seal())));
        assertFalse(tokens.isGenuine(new RefreshToken(UUID.randomUUID(), 0, first.secret(), first.seal())));
        assertFalse(tokens.isGenuine(new RefreshToken(first.sessionId(), 0, Secret.of(SECRET), first.seal())));
    }

    @Test
    void readsWhatItWrote() {
        // Given
        RefreshToken token = tokens.first(UUID.randomUUID());

        // When
        var read = RefreshToken.parse(token.text().reveal());

        // Then
        assertEquals(token, read.orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "0190a5c8-5b5e-7c3a-8000-0123456789ab",
                "0190a5c8-5b5e-7c3a-8000-0123456789ab.",
                "0190a5c8-5b5e-7c3a-8000-0123456789ab.short",
                "0190a5c8-5b5e-7c3a-8000-0123456789ab.%s",
                "0190a5c8-5b5e-7c3a-8000-0123456789ab.%s.%s",
                "0190A5C8-5B5E-7C3A-8000-0123456789AB.0.%s.%s",
                "0190a5c8-5b5e-7c3a-8000-0123456789ab.00.%s.%s",
                "0190a5c8-5b5e-7c3a-8000-0123456789ab.-1.%s.%s",
                "0190a5c8-5b5e-7c3a-8000-0123456789ab.1000000000.%s.%s",
                "0190a5c8-5b5e-7c3a-8000-0123456789ab.0.%s.%s=",
                " 0190a5c8-5b5e-7c3a-8000-0123456789ab.0.%s.%s"
            })
    void refusesAnotherForm(String text) {
        assertTrue(RefreshToken.parse(text.replace("%s", SECRET)).isEmpty());
    }

    @Test
    void printsNoSecret() {
        // Given
        RefreshToken token = RefreshToken.parse("0190a5c8-5b5e-7c3a-8000-0123456789ab.0." + SECRET + "." + SECRET)
                .orElseThrow();

        // Then
        assertFalse(token.toString().contains(SECRET));
    }
}
