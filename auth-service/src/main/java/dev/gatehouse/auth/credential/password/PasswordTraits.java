package dev.gatehouse.auth.credential.password;

import java.util.Optional;

/**
 * What of a password a policy asks about. It is measured while the plain text is there, and stored sealed, so that a
 * changed policy can be judged without the password and a copy of the database tells a guesser nothing.
 *
 * @param length in code points after NFC
 * @param strength 0 (guessed at once) to 4
 * @param common whether it is on the list of common passwords, or made of what is
 * @param personal whether it is made of what is known about its owner
 */
public record PasswordTraits(
        int length,
        boolean lowercase,
        boolean uppercase,
        boolean digit,
        boolean symbol,
        int strength,
        boolean common,
        boolean personal) {
    /** Raised when the measure changes: what was measured before counts as not measured. */
    private static final byte VERSION = 1;

    private static final int SIZE = 4;

    /** As it is sealed. */
    byte[] encoded() {
        int mask = bit(lowercase, 0) | bit(uppercase, 1) | bit(digit, 2) | bit(symbol, 3) | bit(common, 4);
        return new byte[] {VERSION, (byte) length, (byte) (mask | bit(personal, 5)), (byte) strength};
    }

    /** What was sealed; empty when it was measured in another way. */
    static Optional<PasswordTraits> decoded(byte[] bytes) {
        return bytes.length == SIZE && bytes[0] == VERSION ? Optional.of(read(bytes)) : Optional.empty();
    }

    private static PasswordTraits read(byte[] bytes) {
        int mask = bytes[2];
        return new PasswordTraits(
                bytes[1] & 0xff,
                isSet(mask, 0),
                isSet(mask, 1),
                isSet(mask, 2),
                isSet(mask, 3),
                bytes[3],
                isSet(mask, 4),
                isSet(mask, 5));
    }

    private static int bit(boolean set, int place) {
        return set ? 1 << place : 0;
    }

    private static boolean isSet(int mask, int place) {
        return (mask & 1 << place) != 0;
    }

    /** Nothing: it would help to guess. */
    @Override
    public String toString() {
        return "PasswordTraits";
    }
}
