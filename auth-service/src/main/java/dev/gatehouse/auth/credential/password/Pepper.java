package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.chassis.security.secret.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * Keys a password before it is hashed, so that a stolen database alone is not enough to guess from. New hashes are
 * keyed with the newest key; the former ones are for those that are stored, which the next login hashes anew.
 */
@ApplicationScoped
class Pepper {
    private static final String PURPOSE = "password-pepper";
    private static final String KEY_ID_LABEL = "key-id";
    private static final int KEY_ID_LENGTH = 16;

    private final Map<String, SecretKey> keys;
    private final SecretKey newestKey;
    private final String newest;

    /** Fails with a sentence when a configured secret is no 32 bytes in base64; it is not quoted. */
    @Inject
    Pepper(DerivedKeys derived, PasswordConfig config) {
        this(configured(derived, config));
    }

    /** The newest key first. */
    Pepper(List<SecretKey> newestFirst) {
        this.keys = new LinkedHashMap<>();
        newestFirst.forEach(key -> keys.putIfAbsent(id(key), key));
        this.newestKey = newestFirst.getFirst();
        this.newest = id(newestKey);
    }

    /** The key of {@code GATEHOUSE_SECRET} is always one of them: it keyed what was stored before another was set. */
    private static List<SecretKey> configured(DerivedKeys derived, PasswordConfig config) {
        Stream<SecretKey> former = config.formerPeppers().stream()
                .flatMap(List::stream)
                .map(secret -> DerivedKeys.ofSecret("gatehouse.auth.password.former-peppers", secret, PURPOSE));
        return Stream.of(
                        config.pepper().stream()
                                .map(secret -> DerivedKeys.ofSecret("gatehouse.auth.password.pepper", secret, PURPOSE)),
                        Stream.of(derived.key(PURPOSE)),
                        former)
                .flatMap(all -> all)
                .toList();
    }

    /** The keyed digest that is hashed in place of a new password. */
    byte[] apply(Secret password) {
        return keyed(newestKey, password);
    }

    /** The keyed digest that was hashed with the key of this id; empty when there is no such key any more. */
    Optional<byte[]> apply(Secret password, String keyId) {
        return Optional.ofNullable(keys.get(keyId)).map(key -> keyed(key, password));
    }

    private static byte[] keyed(SecretKey key, Secret password) {
        return Macs.hmacSha256(key, Normalizer.normalize(password.reveal(), Normalizer.Form.NFC));
    }

    /** Identifies the newest key without revealing it; stored with every hash. */
    String keyId() {
        return newest;
    }

    /** Whether there is a key of this id. */
    boolean knows(String keyId) {
        return keys.containsKey(keyId);
    }

    private static String id(SecretKey key) {
        return Macs.hex(Macs.hmacSha256(key, KEY_ID_LABEL)).substring(0, KEY_ID_LENGTH);
    }
}
