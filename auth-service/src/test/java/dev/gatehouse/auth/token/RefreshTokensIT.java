package dev.gatehouse.auth.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.AuthStack;
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
    void recognisesAnAncestorWithinItsReachOnly() {
        // Given
        RefreshToken first = tokens.first(UUID.randomUUID());
        RefreshToken third = tokens.successor(tokens.successor(first));

        // Then
        assertTrue(tokens.leadsTo(first, third.hash(), 2));
        assertFalse(tokens.leadsTo(first, third.hash(), 1));
        assertFalse(tokens.leadsTo(third, first.hash(), 10));
        assertFalse(tokens.leadsTo(tokens.first(first.sessionId()), third.hash(), 10));
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
                "0190A5C8-5B5E-7C3A-8000-0123456789AB.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "0190a5c8-5b5e-7c3a-8000-0123456789ab.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                " 0190a5c8-5b5e-7c3a-8000-0123456789ab.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void refusesAnotherForm(String text) {
        assertTrue(RefreshToken.parse(text).isEmpty());
    }

    @Test
    void printsNoSecret() {
        // Given
        RefreshToken token = RefreshToken.parse("0190a5c8-5b5e-7c3a-8000-0123456789ab." + SECRET)
                .orElseThrow();

        // Then
        assertFalse(token.toString().contains(SECRET));
    }
}
