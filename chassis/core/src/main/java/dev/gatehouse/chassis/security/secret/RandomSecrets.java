package dev.gatehouse.chassis.security.secret;

/** Unguessable values from the cryptographic random source of the system. */
public interface RandomSecrets {
    /** 256 bits as 43 characters of base64url without padding. */
    String next();

    /** As many random bytes. */
    byte[] bytes(int count);

    /** A number from 0 up to but not including the bound, each equally likely. */
    int number(int boundExclusive);
}
