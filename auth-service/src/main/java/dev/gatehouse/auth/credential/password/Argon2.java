package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.security.secret.Macs;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** Hashes and checks; blocks for tens of milliseconds, so callers bring a thread that may. */
public final class Argon2 {
    private static final Logger LOG = Logger.getLogger(Argon2.class);
    private static final int TAG_BYTES = 32;
    private static final Argon2Cost PROBE = new Argon2Cost(64, 1, 1);

    private final Argon2Engine engine;

    Argon2(Argon2Engine engine) {
        this.engine = engine;
    }

    /** The fastest engine that works here, proven by computing with it. */
    public static Argon2 fastest() {
        Argon2Engine engine = works(new NativeArgon2()) ? new NativeArgon2() : new BouncyArgon2();
        LOG.infof("Argon2id is ready engine=%s", engine.name());
        return new Argon2(engine);
    }

    /** A new hash of these bytes. */
    public PhcHash hash(Argon2Cost cost, byte[] input, byte[] salt) {
        return new PhcHash(cost, salt, engine.tag(cost, input, salt, TAG_BYTES));
    }

    /** Whether these bytes are what was hashed; takes the same time either way. */
    public boolean matches(PhcHash stored, byte[] input) {
        byte[] expected = stored.tag();
        return Macs.equal(expected, engine.tag(stored.cost(), input, stored.salt(), expected.length));
    }

    private static boolean works(Argon2Engine candidate) {
        byte[] input = "probe".getBytes(StandardCharsets.US_ASCII);
        byte[] salt = new byte[16];
        try {
            byte[] tag = candidate.tag(PROBE, input, salt, TAG_BYTES);
            return Macs.equal(tag, new BouncyArgon2().tag(PROBE, input, salt, TAG_BYTES));
        } catch (LinkageError | IllegalStateException missing) {
            LOG.warnf(
                    "The native Argon2 library does not work here, the slower one in Java is used cause=%s",
                    missing.getClass().getSimpleName());
            return false;
        }
    }
}
