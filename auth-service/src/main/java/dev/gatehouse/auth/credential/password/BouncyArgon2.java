package dev.gatehouse.auth.credential.password;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Pure Java: slower by a third, works wherever a JVM does. */
final class BouncyArgon2 implements Argon2Engine {
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

    private static Argon2Parameters parameters(Argon2Cost cost, byte[] salt) {
        return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build();
    }

    @Override
    public String name() {
        return "bouncycastle";
    }
}
