package dev.gatehouse.auth.credential.password;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2Test {
    /** Of the reference implementation, phc-winner-argon2 src/test.c, version 0x13, Argon2id. */
    private static final List<String> VECTORS = List.of(
            "password|$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
            "password|$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "password|$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
            "password|$argon2id$v=19$m=65536,t=4,p=1$c29tZXNhbHQ$kCXUjmjvc5XMqQedpMTsOv+zyJEf5PhtGiUghW9jFyw",
            "differentpassword|$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94",
            "password|$argon2id$v=19$m=65536,t=2,p=1$ZGlmZnNhbHQ$vfMrBczELrFdWP0ZsfhWsRPaHppYdP3MVEMIVlqoFBw");

    private static final Argon2Cost SMALL = new Argon2Cost(64, 1, 1);

    static Stream<Arguments> vectors() {
        return VECTORS.stream()
                .flatMap(vector -> Stream.of(new Argon2.Engine.Native(), new Argon2.Engine.BouncyCastle())
                        .map(engine -> Arguments.of(engine, vector.split("\\|", -1)[0], vector.split("\\|", -1)[1])));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void bothEnginesGiveTheVectorsOfTheReference(Argon2.Engine engine, String password, String phc) {
        // Given
        PhcHash vector = PhcHash.parse(phc).orElseThrow();

        // When
        PhcHash again = new PhcHash(
                vector.cost(),
                vector.salt(),
                engine.tag(vector.cost(), utf8(password), vector.salt(), vector.tag().length));

        // Then
        assertEquals(phc, again.text());
    }

    @Test
    void enginesAgreeOnRandomInputs() {
        // Given
        Random random = new Random(20_260_101);
        for (int round = 0; round < 50; round++) {
            byte[] input = bytes(random, random.nextInt(200));
            byte[] salt = bytes(random, 8 + random.nextInt(40));
            Argon2Cost cost = new Argon2Cost(32 + random.nextInt(300), 1 + random.nextInt(3), 1 + random.nextInt(3));

            // When
            byte[] fast = new Argon2.Engine.Native().tag(cost, input, salt, 32);
            byte[] slow = new Argon2.Engine.BouncyCastle().tag(cost, input, salt, 32);

            // Then
            assertArrayEquals(fast, slow, cost::toString);
        }
    }

    @Test
    void whatOneEngineHashesTheOtherChecks() {
        // Given
        byte[] password = utf8("a phrase that is hard to guess");
        PhcHash fast = new Argon2(new Argon2.Engine.Native()).hash(SMALL, password, utf8("sixteen bytes ok"));

        // When
        PhcHash read = PhcHash.parse(fast.text()).orElseThrow();

        // Then
        assertTrue(new Argon2(new Argon2.Engine.BouncyCastle()).matches(read, password));
        assertFalse(new Argon2(new Argon2.Engine.BouncyCastle()).matches(read, utf8("another phrase altogether")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=16$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ",
                "$argon2id$v=19$m=0,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=4,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=999999999,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=999,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhb$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "$2b$12$abcdefghijklmnopqrstuuu",
            })
    void readsNoOtherFunctionAndNoCostThatWouldStopTheService(String phc) {
        assertTrue(PhcHash.parse(phc).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"19456, 2, 1, false", "19455, 2, 1, true", "65536, 1, 1, true", "65536, 3, 4, false"})
    void isWeakerWhenAnyPartIs(int memory, int iterations, int lanes, boolean weaker) {
        assertEquals(weaker, new Argon2Cost(memory, iterations, lanes).weakerThan(Argon2Cost.FLOOR));
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
