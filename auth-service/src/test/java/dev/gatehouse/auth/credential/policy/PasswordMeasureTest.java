package dev.gatehouse.auth.credential.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nulabinc.zxcvbn.StandardDictionaries;
import dev.gatehouse.auth.credential.password.PasswordTraits;
import dev.gatehouse.chassis.security.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordMeasureTest {
    private static final PersonalWords NOBODY = PersonalWords.in(List.of());
    private static final PersonalWords ADA =
            PersonalWords.in(List.of("ada.lovelace@analytical-engines.example", "Ada Lovelace", "Brightdesk"));

    private final PasswordMeasure measure = new PasswordMeasure();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234567",
                "Password1234567!",
                "P@ssw0rd1234567",
                "passwordpassword",
                "qwertyuiopqwerty",
                "iloveyouiloveyou",
                "iloveyou-princess",
                "sunshine princess 42",
                "123456789123456789",
                "aaaaaaaaaaaaaaaaaaaa",
                "abcabcabcabcabcabc",
                "1q2w3e4r1q2w3e4r",
                "!!!password!!!!!"
            })
    void whatPeopleMakeOfCommonPasswordsIsCommon(String password) {
        assertTrue(of(password, NOBODY).common());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a phrase that is hard to guess",
                "correct horse battery staple",
                "kQ9v-bNq2 xTz7_LmP0",
                "password from a very long song",
                "8273-abc-99182-7731-5",
                "\u00fcber die Br\u00fccke gehen sieben Leute",
                "\u6211\u559c\u6b22\u5728\u65e9\u6668\u559d\u4e00\u676f\u8336\u548c\u770b\u4e66"
            })
    void aPhraseOrARandomTextIsNotCommon(String password) {
        PasswordTraits traits = of(password, ADA);

        assertFalse(traits.common());
        assertFalse(traits.personal());
        assertTrue(traits.strength() >= 3, () -> "strength " + traits.strength());
    }

    /** ASVS 6.2.4: at least 3,000 that satisfy the length rule. */
    @Test
    void thousandsOfCommonPasswordsSatisfyTheLengthRule() throws IOException {
        List<String> list = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies();

        CommonPasswords common = CommonPasswords.load();

        long refused = list.stream()
                .filter(word -> word.length() >= 8)
                .flatMap(word -> Stream.of(word + word, word + "1234567"))
                .filter(password -> password.length() >= PasswordPolicy.MODERN.minLength())
                .filter(password -> common.contain(new PasswordForms(password)))
                .distinct()
                .count();

        assertTrue(refused >= 3_000, () -> refused + " are refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AdaLovelace1815",
                "lovelace-lovelace",
                "Ada.Lovelace.123!",
                "brightdesk ada 2026",
                "4da l0vel4ce !!!",
                "analytical-engines",
                "BrightdeskBrightdesk1"
            })
    void whatIsMadeOfTheOwnersDataIsPersonal(String password) {
        assertTrue(of(password, ADA).personal());
    }

    @Test
    void aPhraseInWhichTheNameStandsIsNot() {
        assertFalse(of("ada went up the hill with seven goats", ADA).personal());
    }

    @Test
    void countsCodePointsAfterNormalisation() {
        assertEquals(4, of("e\u0301\ud83d\udc34aB", NOBODY).length());
    }

    @Test
    void knowsTheKindsOfCharacters() {
        PasswordTraits traits = of("\u00e9\u00c9\u0663 ", NOBODY);

        assertTrue(traits.lowercase() && traits.uppercase() && traits.digit() && traits.symbol());
    }

    /** zxcvbn needs half a minute for some of these when it is left to itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4@8({[<3691!|7105$5+7%2",
                "4a@8b({[c<3e6g91!il|70o5$s",
                "4836917105",
                "1!|1!|7+7+$5$5",
                "@a(b{c[d<e!f|g$h+i%",
                "p4ssw0rd5316789",
                "a"
            })
    void noPasswordTakesLong(String piece) {
        String worst = piece.repeat(128).substring(0, 128);

        PasswordTraits traits = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> of(worst, ADA));

        assertEquals(128, traits.length());
    }

    private PasswordTraits of(String password, PersonalWords personal) {
        return measure.traits(Secret.of(password), personal);
    }
}
