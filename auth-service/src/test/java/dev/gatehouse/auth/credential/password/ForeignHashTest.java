package dev.gatehouse.auth.credential.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that glibc, Python's hashlib, the reference implementations of Argon2 and phpass made. */
class ForeignHashTest {
    @ParameterizedTest
    @CsvSource({
        "correct horse battery staple, '$2b$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS'",
        "U*U, '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'",
        "correct horse battery staple, 'pbkdf2_sha256$1000$saltsalt$zzTVNkpdnDsQWZloN/zP8vUU74BCbHD/tDSXS4zXPSs='",
        "correct horse battery staple, 'pbkdf2_sha1$1000$saltsalt$aK/10Ysg+YqAR2YZZFzXGQ7rOxI='",
        "correct horse battery staple, '$pbkdf2$1000$MDEyMzQ1Njc4OWFiY2RlZg$wmIXv0mv7iouqkc9CKjRvCX21po'",
        "correct horse battery staple, '$pbkdf2-sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg$yqSq2SygY1sB4EcH9f2FG0JTMES.wqLsOT5YmiRBplI'",
        "correct horse battery staple, '$pbkdf2-sha512$1000$MDEyMzQ1Njc4OWFiY2RlZg$5bTW2oeyDJyGJPcmEr.mRDE11ghpozWrDGnSNhRXo2ZCu0KHRDiUMAVEGzLJC.oDhRoeIja9J1iLIv9ptDJMfQ'",
        "password, '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'",
        "password, '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA'",
        "test12345, '$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0'",
        "correct horse battery staple, '$H$7saltsalt//fig8MPjtfQcgqf659tw/'"
    })
    void knowsThePasswordThatWasHashed(String password, String hash) {
        ForeignHash foreign = ForeignHash.parse(hash).orElseThrow();
        assertTrue(foreign.matches(password));
        assertFalse(foreign.matches(password + "x"));
        assertFalse(foreign.matches(""));
    }

    /** bcrypt looks at the first 72 bytes only, as it did where the hash was made. */
    @Test
    void knowsALongPassword() {
        assertTrue(ForeignHash.parse("$2y$04$abcdefghijklmnopqrstuuNt.0ah97gHY3F7JC1Z6EXmQc0bQBhIO")
                .orElseThrow()
                .matches("p".repeat(100)));
    }

    @Test
    void knowsAPasswordInEitherForm() {
        String composed = "\u00e9t\u00e9 phrase";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        ForeignHash hash = ForeignHash.parse("pbkdf2_sha256$1000$saltsalt$B1iw8jxmPo6gymDWQxds0NI1na/CYBl94YmmmMTcp/M=")
                .orElseThrow();
        assertTrue(hash.matches(composed));
        assertTrue(hash.matches(decomposed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
                "$1$abcdefgh$abcdefghijklmnopqrstu0",
                "$2a$31$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$15$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "$2a$05$CCCC",
                "pbkdf2_sha256$9000000$saltsalt$zzTVNkpdnDsQWZloN/zP8vUU74BCbHD/tDSXS4zXPSs=",
                "pbkdf2_sha256$0$saltsalt$zzTVNkpdnDsQWZloN/zP8vUU74BCbHD/tDSXS4zXPSs=",
                "pbkdf2_md5$1000$saltsalt$zzTVNkpdnDsQWZloN/zP8vUU74BCbHD/tDSXS4zXPSs=",
                "$pbkdf2-sha256$2000001$MDEyMzQ1Njc4OWFiY2RlZg$yqSq2SygY1sB4EcH9f2FG0JTMES.wqLsOT5YmiRBplI",
                "$argon2id$v=19$m=1048576,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=65536,t=200,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$P$SIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
                "$P$.IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"
            })
    void refusesOtherFormatsAndBoundlessCosts(String hash) {
        assertTrue(ForeignHash.parse(hash).isEmpty());
    }

    @Test
    void refusesWhatFitsNoColumn() {
        assertTrue(ForeignHash.parse("$P$" + "x".repeat(1_000_000)).isEmpty());
    }

    @Test
    void concernsForeignHashesOnly() {
        String hash = "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0";
        assertTrue(
                ForeignHash.of(new StoredPassword(hash, ForeignHash.NO_PEPPER)).isPresent());
        assertTrue(ForeignHash.of(new StoredPassword(hash, "0123456789abcdef")).isEmpty());
        assertTrue(ForeignHash.of(null).isEmpty());
        assertEquals(
                ForeignHash.NO_PEPPER,
                PasswordHashing.takeOver(hash).orElseThrow().pepperKeyId());
    }
}
