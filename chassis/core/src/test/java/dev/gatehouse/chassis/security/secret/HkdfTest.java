package dev.gatehouse.chassis.security.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HkdfTest {
    /** RFC 5869, appendix A.1 and A.3: the first 32 of their 42 bytes. */
    @ParameterizedTest
    @CsvSource({
        "000102030405060708090a0b0c,f0f1f2f3f4f5f6f7f8f9,3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf",
        "'','',8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
    })
    void derivesTheKeysOfTheStandard(String salt, String context, String expected) {
        // Given
        byte[] inputKey = new byte[22];
        Arrays.fill(inputKey, (byte) 0x0b);

        // When
        byte[] key = Hkdf.derive(
                inputKey, HexFormat.of().parseHex(salt), HexFormat.of().parseHex(context));

        // Then
        assertEquals(expected, HexFormat.of().formatHex(key));
    }
}
