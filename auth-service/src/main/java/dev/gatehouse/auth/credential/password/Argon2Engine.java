package dev.gatehouse.auth.credential.password;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Computes the raw Argon2id tag (version 0x13). Both implementations MUST return the same tag for every input, so that
 * either can check what the other one hashed.
 */
interface Argon2Engine {
    /** The tag of this length; blocks the thread for the whole computation. */
    byte[] tag(Argon2Cost cost, byte[] input, byte[] salt, int length);

    /** Named in the log line at start. */
    String name();

    /** The reference implementation in C. It does not load on every platform: there is no library for musl. */
    final class Native implements Argon2Engine {
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
    final class BouncyCastle implements Argon2Engine {
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
