package dev.gatehouse.auth.credential.password;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;

/** The reference implementation in C; there is no library for every platform (musl, for one). */
final class NativeArgon2 implements Argon2Engine {
    @Override
    public byte[] tag(Argon2Cost cost, byte[] input, byte[] salt, int length) {
        Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id, salt.length, length);
        return argon2.rawHash(cost.iterations(), cost.memoryKib(), cost.parallelism(), input, salt);
    }

    @Override
    public String name() {
        return "native";
    }
}
