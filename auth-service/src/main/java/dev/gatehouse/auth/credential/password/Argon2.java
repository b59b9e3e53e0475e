package dev.gatehouse.auth.credential.password;

import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.security.secret.Macs;
import java.nio.charset.StandardCharsets;

/** Hashes and compares. Each call blocks its thread for tens of milliseconds: MUST NOT run on an event loop. */
final class Argon2 {
    private static final Log LOG = Log.of(Argon2.class);
    private static final int TAG_BYTES = 32;
    private static final Argon2Cost PROBE = new Argon2Cost(64, 1, 1);

    private final Argon2Engine engine;

    Argon2(Argon2Engine engine) {
        this.engine = engine;
    }

    /** Uses the fastest engine that works on this machine; a test computation proves it. */
    static Argon2 fastest() {
        Argon2Engine engine =
                works(new Argon2Engine.Native()) ? new Argon2Engine.Native() : new Argon2Engine.BouncyCastle();
        LOG.with("engine", engine.name()).info("Argon2id is ready");
        return new Argon2(engine);
    }

    /** A new hash of these bytes. */
    PhcHash hash(Argon2Cost cost, byte[] input, byte[] salt) {
        return new PhcHash(cost, salt, engine.tag(cost, input, salt, TAG_BYTES));
    }

    /** Whether these bytes were hashed to it; takes the same time in both cases. */
    boolean matches(PhcHash stored, byte[] input) {
        byte[] expected = stored.tag();
        return Macs.equal(expected, engine.tag(stored.cost(), input, stored.salt(), expected.length));
    }

    private static boolean works(Argon2Engine candidate) {
        byte[] input = "probe".getBytes(StandardCharsets.US_ASCII);
        byte[] salt = new byte[16];
        try {
            byte[] tag = candidate.tag(PROBE, input, salt, TAG_BYTES);
            return Macs.equal(tag, new Argon2Engine.BouncyCastle().tag(PROBE, input, salt, TAG_BYTES));
        } catch (LinkageError | IllegalStateException missing) {
            LOG.with("cause", missing.getClass().getSimpleName())
                    .warn("The native Argon2 library does not work here, the slower one in Java is used");
            return false;
        }
    }
}
