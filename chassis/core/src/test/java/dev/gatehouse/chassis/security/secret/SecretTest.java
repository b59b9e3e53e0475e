package dev.gatehouse.chassis.security.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);

    private final RandomSecrets random = new SystemRandomSecrets();

    @Test
    void neverPrintsItself() {
        assertEquals("[redacted]", Secret.of("correct horse").toString());
        assertEquals("correct horse", Secret.of("correct horse").reveal());
        assertEquals(Secret.of("correct horse"), Secret.of("correct horse"));
        assertNotEquals(Secret.of("correct horse"), Secret.of("battery staple"));
    }

    @Test
    void makesSecretsOf43CharactersThatDiffer() {
        assertTrue(random.next().matches("[A-Za-z0-9_-]{43}"));
        assertNotEquals(random.next(), random.next());
        assertTrue(IntStream.range(0, 1000).map(i -> random.number(100)).allMatch(n -> n >= 0 && n < 100));
    }

    @Test
    void derivesOneKeyPerPurposeTheSameEverywhere() {
        // Given
        DerivedKeys one = new DerivedKeys(Optional.of(MASTER));
        DerivedKeys other = new DerivedKeys(Optional.of(MASTER));

        // Then
        assertEquals(one.key("cursor"), other.key("cursor"));
        assertNotEquals(one.key("cursor"), one.key("refresh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all!"})
    void refusesToStartWithoutAProperSecretAndDoesNotQuoteIt(String configured) {
        // When
        var refusal = assertThrows(RefusedSetting.class, () -> new DerivedKeys(Optional.of(configured)));

        // Then
        assertTrue(String.valueOf(refusal.getMessage()).contains("gatehouse.secret"));
        assertFalse(
                !configured.isEmpty() && String.valueOf(refusal.getMessage()).contains(configured));
    }

    /** RFC 4231, test case 2. */
    @Test
    void computesTheDigestsOfTheStandard() {
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                Macs.hex(Macs.hmacSha256(Hkdf.key(Macs.utf8("Jefe")), "what do ya want for nothing?")));
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Macs.hex(Macs.sha256("abc")));
        assertTrue(Macs.equal(Macs.sha256("abc"), Macs.sha256("abc")));
        assertFalse(Macs.equal(Macs.sha256("abc"), Macs.sha256("abd")));
    }
}
