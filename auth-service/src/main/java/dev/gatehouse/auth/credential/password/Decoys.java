package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * What is computed for an e-mail address without a password. Each address draws one of the hashes that are really
 * stored, by how often their cost occurs, and always the same one: so the time of an answer, however often it is
 * measured, fits an account that was imported as well as no account.
 */
@ApplicationScoped
class Decoys {
    private static final double RANGE = 0x1p53;
    private static final int UNUSED_BITS = 11;

    private final SecretKey key;
    private volatile List<Share> shares = List.of();

    @Inject
    Decoys(DerivedKeys keys) {
        this(keys.key("password-decoy"));
    }

    Decoys(SecretKey key) {
        this.key = key;
    }

    /**
     * Hashes of one cost.
     *
     * @param cost names the function and its parameters
     * @param sample one of them; it stands for the work only, and never matches
     * @param count how many accounts have one
     */
    record Share(String cost, StoredPassword sample, long count) {}

    /** Draws from these from now on. */
    void replace(List<Share> stored) {
        shares = List.copyOf(stored);
    }

    /**
     * The hash of this address; empty while none is stored.
     *
     * <p>Weighted rendezvous: when the accounts of one cost become fewer, addresses leave that cost, and only in this
     * proportion, as the accounts do.
     *
     * @param email any text that is the same for all spellings of an address
     */
    Optional<StoredPassword> of(String email) {
        return shares.stream()
                .min(Comparator.comparingDouble(share -> distance(share, email)))
                .map(Share::sample);
    }

    private double distance(Share share, String email) {
        long drawn = ByteBuffer.wrap(Macs.hmacSha256(key, share.cost() + "\n" + email))
                        .getLong()
                >>> UNUSED_BITS;
        return -Math.log((drawn + 1) / RANGE) / share.count();
    }
}
