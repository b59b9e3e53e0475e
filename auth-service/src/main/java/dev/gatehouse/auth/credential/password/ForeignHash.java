package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.security.secret.Macs;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A password hash that another system made: it is not keyed with the pepper, and is replaced by an own one at the first
 * login. Takes what is within bounds of cost only, because whoever logs in makes this service compute it.
 *
 * <ul>
 *   <li>bcrypt: {@code $2a$}, {@code $2b$}, {@code $2y$}; cost 4 to 14
 *   <li>PBKDF2 as Django writes it ({@code pbkdf2_sha256$…}) and in the modular format ({@code $pbkdf2-sha512$…}): at
 *       most 2,000,000 rounds
 *   <li>Argon2 (RFC 9106) as PHC string: at most 64 MiB and 16 passes
 *   <li>phpass: {@code $P$}, {@code $H$}; at most 2^20 rounds
 * </ul>
 */
final class ForeignHash {
    /** Stands in place of the id of a pepper. */
    static final String NO_PEPPER = "foreign";

    private static final int LONGEST = 255;
    private static final int MOST_BCRYPT_COST = 14;
    private static final int MOST_ROUNDS = 2_000_000;
    private static final int MOST_ARGON2_KIB = 65_536;
    private static final int MOST_PHPASS_LOG = 20;
    private static final int LEAST_PHPASS_LOG = 7;
    private static final int PHPASS_SALT = 4;
    private static final int PHPASS_TAG = 12;

    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$([0-9]{2})\\$[./A-Za-z0-9]{53}");
    private static final Pattern DJANGO = Pattern.compile(
            "pbkdf2_(sha1|sha256)\\$([1-9][0-9]{0,6})\\$([A-Za-z0-9./+=_-]{1,64})\\$([A-Za-z0-9+/]{26,44}={0,2})");
    private static final Pattern MODULAR = Pattern.compile(
            "\\$pbkdf2(-sha256|-sha512|)\\$([1-9][0-9]{0,6})\\$([A-Za-z0-9./]{1,86})\\$([A-Za-z0-9./]{26,86})");
    private static final Pattern ARGON2 =
            Pattern.compile("\\$argon2(id|i|d)\\$v=19\\$m=([1-9][0-9]{0,8}),t=([1-9][0-9]{0,3}),"
                    + "p=([1-9][0-9]?)\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");
    private static final Pattern PHPASS = Pattern.compile("\\$[PH]\\$[./0-9A-Za-z]{31}");

    private static final Map<String, Integer> ARGON2_TYPES =
            Map.of("id", Argon2Parameters.ARGON2_id, "i", Argon2Parameters.ARGON2_i, "d", Argon2Parameters.ARGON2_d);
    private static final String PHPASS_ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final Predicate<String> check;

    private ForeignHash(Predicate<String> check) {
        this.check = check;
    }

    /** Reads a stored password; empty for one of our own, and for one that cannot be checked. */
    static Optional<ForeignHash> of(@Nullable StoredPassword stored) {
        return Optional.ofNullable(stored)
                .filter(password -> password.pepperKeyId().equals(NO_PEPPER))
                .flatMap(password -> parse(password.phc()));
    }

    /** Reads a hash in one of the formats; empty for another format, and beyond the bounds of cost. */
    static Optional<ForeignHash> parse(String text) {
        return text.length() > LONGEST
                ? Optional.empty()
                : bcrypt(text)
                        .or(() -> django(text))
                        .or(() -> modular(text))
                        .or(() -> argon2(text))
                        .or(() -> phpass(text))
                        .map(ForeignHash::new);
    }

    /**
     * Whether this password was hashed to it: as it was entered, or else in NFC, because most systems do not normalise.
     * Blocks its thread for the whole computation.
     */
    boolean matches(String entered) {
        String normalised = Normalizer.normalize(entered, Normalizer.Form.NFC);
        return check.test(entered) || (!normalised.equals(entered) && check.test(normalised));
    }

    private static Optional<Predicate<String>> bcrypt(String text) {
        Matcher parts = BCRYPT.matcher(text);
        return parts.matches() && within(parts.group(1), 4, MOST_BCRYPT_COST)
                ? Optional.of(entered -> OpenBSDBCrypt.checkPassword(text, bytes(entered)))
                : Optional.empty();
    }

    private static Optional<Predicate<String>> django(String text) {
        Matcher parts = DJANGO.matcher(text);
        return parts.matches()
                ? pbkdf2(parts, "-" + parts.group(1), bytes(parts.group(3)), base64(parts.group(4)))
                : Optional.empty();
    }

    /** Its base 64 has a dot for the plus. */
    private static Optional<Predicate<String>> modular(String text) {
        Matcher parts = MODULAR.matcher(text);
        return parts.matches()
                ? pbkdf2(
                        parts,
                        parts.group(1).isEmpty() ? "-sha1" : parts.group(1),
                        base64(parts.group(3).replace('.', '+')),
                        base64(parts.group(4).replace('.', '+')))
                : Optional.empty();
    }

    private static Optional<Predicate<String>> pbkdf2(Matcher parts, String digest, byte[] salt, byte[] tag) {
        int rounds = Integer.parseInt(parts.group(2));
        String name = "PBKDF2WithHmac" + digest.substring(1).toUpperCase(Locale.ROOT);
        return rounds > MOST_ROUNDS || salt.length == 0 || tag.length == 0
                ? Optional.empty()
                : Optional.of(entered -> Macs.equal(tag, pbkdf2(name, entered, salt, rounds, tag.length)));
    }

    private static byte[] pbkdf2(String name, String entered, byte[] salt, int rounds, int length) {
        PBEKeySpec spec = new PBEKeySpec(entered.toCharArray(), salt, rounds, length * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(name).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(name + " is part of every JDK", missing);
        } finally {
            spec.clearPassword();
        }
    }

    private static Optional<Predicate<String>> argon2(String text) {
        Matcher parts = ARGON2.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Argon2Cost cost = new Argon2Cost(
                Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)));
        byte[] salt = base64(parts.group(5));
        byte[] tag = base64(parts.group(6));
        Integer type = ARGON2_TYPES.get(parts.group(1));
        boolean taken = cost.computable() && cost.memoryKib() <= MOST_ARGON2_KIB && salt.length > 0 && tag.length > 0;
        return taken && type != null
                ? Optional.of(entered -> Macs.equal(tag, argon2(parameters(type, cost, salt), entered, tag.length)))
                : Optional.empty();
    }

    private static Argon2Parameters parameters(int type, Argon2Cost cost, byte[] salt) {
        return new Argon2Parameters.Builder(type)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build();
    }

    private static byte[] argon2(Argon2Parameters parameters, String entered, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] tag = new byte[length];
        int written = generator.generateBytes(bytes(entered), tag);
        return written == length ? tag : new byte[0];
    }

    private static Optional<Predicate<String>> phpass(String text) {
        if (!PHPASS.matcher(text).matches()) {
            return Optional.empty();
        }
        int log = PHPASS_ALPHABET.indexOf(text.charAt(PHPASS_SALT - 1));
        byte[] salt = bytes(text.substring(PHPASS_SALT, PHPASS_TAG));
        String tag = text.substring(PHPASS_TAG);
        return log < LEAST_PHPASS_LOG || log > MOST_PHPASS_LOG
                ? Optional.empty()
                : Optional.of(entered -> Macs.equal(bytes(tag), bytes(phpass(salt, bytes(entered), 1 << log))));
    }

    /** MD5 over and over, as phpass defines it for systems without bcrypt. */
    private static String phpass(byte[] salt, byte[] entered, int rounds) {
        MessageDigest md5 = md5();
        md5.update(salt);
        byte[] hash = md5.digest(entered);
        for (int round = 0; round < rounds; round++) {
            md5.update(hash);
            hash = md5.digest(entered);
        }
        return phpassText(hash);
    }

    /** Six bits a letter, from the right of each three bytes. */
    private static String phpassText(byte[] hash) {
        StringBuilder text = new StringBuilder();
        for (int start = 0; start < hash.length; start += 3) {
            int count = Math.min(3, hash.length - start);
            int value = 0;
            for (int i = 0; i < count; i++) {
                value |= (hash[start + i] & 0xff) << (Byte.SIZE * i);
            }
            for (int letter = 0; letter <= count; letter++) {
                text.append(PHPASS_ALPHABET.charAt((value >> (6 * letter)) & 0x3f));
            }
        }
        return text.toString();
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("MD5 is part of every JDK", missing);
        }
    }

    private static boolean within(String number, int least, int most) {
        int value = Integer.parseInt(number);
        return value >= least && value <= most;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Empty for what is no base 64. */
    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
