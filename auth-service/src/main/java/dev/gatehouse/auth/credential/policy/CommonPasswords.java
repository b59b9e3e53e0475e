package dev.gatehouse.auth.credential.policy;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * The common passwords, offline: the 30,000 of zxcvbn (MIT licence), and what people make of them to satisfy a length
 * rule: other case, digits and symbols added, letters written as digits, two of them joined, one of them or a short
 * piece repeated. A whole password is compared, never a part of it (NIST SP 800-63B-4, 3.1.1.2).
 */
final class CommonPasswords {
    /** A piece that is repeated adds nothing to its own length. */
    private static final int SHORT_PIECE = 5;
    /** Of two common words; more of them are a phrase. */
    private static final int WORDS = 2;

    private final Set<String> list;

    private CommonPasswords(Set<String> list) {
        this.list = list;
    }

    /** Reads the list; about 2 MiB of heap. */
    static CommonPasswords load() {
        try {
            Dictionary passwords = StandardDictionaries.PASSWORDS_LOADER.load();
            return new CommonPasswords(Set.copyOf(passwords.getFrequencies()));
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords cannot be read", e);
        }
    }

    /** Whether one form of the password is on the list, made of two that are, or a repetition. */
    boolean contain(PasswordForms forms) {
        return forms.repeats(piece -> piece.length() <= SHORT_PIECE || list.contains(piece))
                || forms.any(form -> Words.make(form, list::contains, WORDS));
    }

    /** Whether it is on the list as it stands. */
    boolean listed(String word) {
        return list.contains(word);
    }

    /** How many are on the list. */
    int size() {
        return list.size();
    }
}
