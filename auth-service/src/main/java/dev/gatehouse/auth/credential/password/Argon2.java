package dev.gatehouse.auth.credential.password;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.security.secret.Macs;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes and compares. Each call blocks its thread for tens of milliseconds: MUST NOT run on an event loop. */
final class Argon2 {
    private static final Log LOG = Log.of(Argon2.class);
    static final int TAG_BYTES = 32;
    private static final Argon2Cost PROBE = new Argon2Cost(64, 1, 1);

    private final Engine engine;

    Argon2(Engine engine) {
        this.engine = engine;
    }

    /** Uses the fastest engine that works on this machine; a test computation proves it. */
    static Argon2 fastest() {
        Engine engine = works(new Engine.Native()) ? new Engine.Native() : new Engine.BouncyCastle();
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

    private static boolean works(Engine candidate) {
        byte[] input = "probe".getBytes(StandardCharsets.US_ASCII);
        byte[] salt = new byte[16];
        try {
            byte[] tag = candidate.tag(PROBE, input, salt, TAG_BYTES);
            return Macs.equal(tag, new Engine.BouncyCastle().tag(PROBE, input, salt, TAG_BYTES));
        } catch (LinkageError | IllegalStateException missing) {
            LOG.with("cause", missing.getClass().getSimpleName())
                    .warn("The native Argon2 library does not work here, the slower one in Java is used");
            return false;
        }
    }

    /**
     * Computes the raw Argon2id tag (version 0x13). Both implementations MUST return the same tag for every input, so
     * that either can check what the other one hashed.
     */
    interface Engine {
        /** The tag of this length; blocks the thread for the whole computation. */
        byte[] tag(Argon2Cost cost, byte[] input, byte[] salt, int length);

        /** Named in the log line at start. */
        String name();

        /** The reference implementation in C. It does not load on every platform: there is no library for musl. */
        final class Native implements Engine {
            @Override
            public byte[] tag(Argon2Cost cost, byte[] input, byte[] salt, int length) {
                Argon2Advanced argon2 =
                        Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id, salt.length, length);
                return argon2.rawHash(cost.iterations(), cost.memoryKib(), cost.parallelism(), input, salt);
            }

            @Override
            public String name() {
                return "native";
            }
        }

        /** Pure Java: about a third slower, runs on every JVM. */
        final class BouncyCastle implements Engine {
            @Override
            public byte[] tag(Argon2Cost cost, byte[] input, byte[] salt, int length) {
                Argon2BytesGenerator generator = new Argon2BytesGenerator();
                generator.init(parameters(cost, salt));
                byte[] tag = new byte[length];
                int written = generator.generateBytes(input, tag);
                if (written != length) {
                    throw new IllegalStateException("Argon2 gave " + written + " bytes instead of " + length);
                }
                return tag;
            }

            @Override
            public String name() {
                return "bouncycastle";
            }

            private static Argon2Parameters parameters(Argon2Cost cost, byte[] salt) {
                return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(cost.memoryKib())
                        .withIterations(cost.iterations())
                        .withParallelism(cost.parallelism())
                        .withSalt(salt)
                        .build();
            }
        }
    }
}
