package dev.gatehouse.auth.credential.policy;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.gatehouse.auth.credential.password.PasswordTraits;
import dev.gatehouse.chassis.security.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Measures passwords: a few milliseconds for what people choose, up to about a fifth of a second for the worst that can
 * be sent, so it MUST NOT run on an event loop. The password MUST be within {@code PasswordLimits}.
 */
@ApplicationScoped
class PasswordMeasure {
    /** The estimate takes more than linear time; what follows can only make a password stronger. */
    private static final int ESTIMATED = 32;
    /** zxcvbn tries every reading of a symbol as a letter; whoever uses so many does not mean letters. */
    private static final int READINGS = 3;

    /** First name, last name, helpdesk; more words are a phrase. */
    private static final int KNOWN_WORDS = 3;

    private static final String READABLE = "@({[<!|$+%";
    private static final String UNREADABLE = "_";

    private final Zxcvbn zxcvbn = new Zxcvbn();
    private final CommonPasswords common = CommonPasswords.load();

    /** The traits of this password of this owner. */
    PasswordTraits traits(Secret password, PersonalWords personal) {
        String text = Normalizer.normalize(password.reveal(), Normalizer.Form.NFC);
        PasswordForms forms = new PasswordForms(text);
        return new PasswordTraits(
                text.codePointCount(0, text.length()),
                has(text, Character::isLowerCase),
                has(text, Character::isUpperCase),
                has(text, Character::isDigit),
                has(text, point -> !Character.isLetterOrDigit(point)),
                strength(text, personal),
                common.contain(forms),
                isPersonal(forms, personal));
    }

    /** Made of known words, of which at least one is personal. */
    private boolean isPersonal(PasswordForms forms, PersonalWords personal) {
        Predicate<String> own = personal.words()::contains;
        return forms.any(form -> Words.make(form, own.or(common::listed), KNOWN_WORDS)
                && !Words.make(form, own.negate().and(common::listed), KNOWN_WORDS));
    }

    private int strength(String text, PersonalWords personal) {
        String begin = text.substring(
                0, text.offsetByCodePoints(0, Math.min(ESTIMATED, text.codePointCount(0, text.length()))));
        long readings =
                begin.chars().filter(c -> READABLE.indexOf(c) >= 0).distinct().count();
        String estimated = readings <= READINGS ? begin : unreadable(begin);
        return zxcvbn.measure(estimated, List.copyOf(personal.words())).getScore();
    }

    private static String unreadable(String text) {
        StringBuilder changed = new StringBuilder();
        text.chars().forEach(c -> {
            if (READABLE.indexOf(c) >= 0) {
                changed.append(UNREADABLE);
            } else {
                changed.append((char) c);
            }
        });
        return changed.toString();
    }

    private static boolean has(String text, IntPredicate kind) {
        return text.codePoints().anyMatch(kind);
    }
}
