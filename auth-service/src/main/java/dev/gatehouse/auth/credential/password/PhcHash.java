package dev.gatehouse.auth.credential.password;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Argon2id hash with its parameters, as the PHC string {@code $argon2id$v=19$m=…,t=…,p=…$salt$tag} writes it. */
final class PhcHash {
    private static final String NUMBER = "([1-9][0-9]{0,8})";
    private static final String BYTES = "([A-Za-z0-9+/]{8,128})";
    private static final Pattern FORMAT = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=" + NUMBER + ",t=" + NUMBER + ",p=" + NUMBER + "\\$" + BYTES + "\\$" + BYTES);

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] tag;

    PhcHash(Argon2Cost cost, byte[] salt, byte[] tag) {
        this.cost = cost;
        this.salt = salt.clone();
        this.tag = tag.clone();
    }

    /**
     * Reads a PHC string; empty for another function, another version, or a cost that this service does not compute.
     */
    static Optional<PhcHash> parse(String phc) {
        Matcher parts = FORMAT.matcher(phc);
        return parts.matches() ? read(parts) : Optional.empty();
    }

    private static Optional<PhcHash> read(Matcher parts) {
        Argon2Cost cost = new Argon2Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(new PhcHash(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5))))
                    .filter(hash -> hash.cost.computable());
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What it costs to compute again. */
    Argon2Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] tag() {
        return tag.clone();
    }

    /** The PHC string. */
    String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(tag);
    }

    /** The parameters without salt and tag, which stay out of logs. */
    @Override
    public String toString() {
        return "PhcHash[" + cost + "]";
    }
}
