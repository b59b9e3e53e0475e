package dev.gatehouse.iptrust.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.gatehouse.chassis.security.secret.RandomSecrets;
import java.net.URI;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormGuardTest {
    private static final FormGuard.Form QUESTION = FormGuard.Form.QUESTION;
    private static final String COOKIE = "c".repeat(43);

    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "HmacSHA256");

    @ParameterizedTest
    @CsvSource({
        "same-origin,http://localhost:8080,true",
        "same-origin,null,true",
        "same-origin,,true",
        "none,,true",
        ",http://localhost:8080,true",
        ",,true",
        "cross-site,http://localhost:8080,false",
        "same-site,http://localhost:8080,false",
        "cross-site,,false",
        ",null,false",
        ",http://localhost:8080.evil.test,false",
        ",https://localhost:8080,false"
    })
    void believesWhatBrowsersSayAboutTheOriginOfAForm(@Nullable String site, @Nullable String origin, boolean genuine) {
        FormGuard guard = guard("http://localhost:8080");
        var form = new FormGuard.Submission(site, origin, COOKIE, guard.formToken(QUESTION, "link", COOKIE));

        assertEquals(genuine, guard.genuine(QUESTION, "link", form));
    }

    @Test
    void bindsTheFormToLinkAndCookie() {
        FormGuard guard = guard("http://localhost:8080");
        String token = guard.formToken(QUESTION, "link", COOKIE);

        assertEquals(true, guard.genuine(QUESTION, "link", sent(COOKIE, token)));
        assertEquals(false, guard.genuine(QUESTION, "other", sent(COOKIE, token)));
        assertEquals(false, guard.genuine(QUESTION, "link", sent("d".repeat(43), token)));
        assertEquals(false, guard.genuine(QUESTION, "link", sent(null, token)));
        assertEquals(false, guard.genuine(QUESTION, "link", sent(COOKIE, null)));
        assertEquals(false, guard.genuine(QUESTION, "link", sent(COOKIE, "")));
        assertEquals(false, guard.genuine(FormGuard.Form.DENIAL, "link", sent(COOKIE, token)));
    }

    @Test
    void bindsTheCookieToTheHostWhereTheTransportAllowsIt() {
        assertEquals(
                "gatehouse-form=" + COOKIE + "; Path=/; HttpOnly; SameSite=Strict",
                guard("http://localhost:8080").setCookie(COOKIE));
        assertEquals(
                "__Host-gatehouse-form=" + COOKIE + "; Path=/; HttpOnly; SameSite=Strict; Secure",
                guard("https://desk.example").setCookie(COOKIE));
    }

    @Test
    void keepsAGoodCookieAndReplacesABadOne() {
        FormGuard guard = guard("http://localhost:8080");

        assertEquals(COOKIE, guard.cookie(COOKIE));
        assertNotEquals("short", guard.cookie("short"));
        assertEquals(43, guard.cookie(null).length());
    }

    private static FormGuard guard(String origin) {
        return new FormGuard(KEY, new FixedSecrets(), URI.create(origin));
    }

    private static FormGuard.Submission sent(@Nullable String cookie, @Nullable String token) {
        return new FormGuard.Submission("same-origin", null, cookie, token);
    }

    private static final class FixedSecrets implements RandomSecrets {
        @Override
        public String next() {
            return "n".repeat(43);
        }

        @Override
        public byte[] bytes(int count) {
            return new byte[count];
        }

        @Override
        public int number(int boundExclusive) {
            return 0;
        }
    }
}
