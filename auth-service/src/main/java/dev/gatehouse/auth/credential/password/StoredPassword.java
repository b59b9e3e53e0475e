package dev.gatehouse.auth.credential.password;

/**
 * A password as stored; its text form reveals nothing.
 *
 * @param phc the Argon2id hash as PHC string, or the hash of another system in its own format
 * @param pepperKeyId identifies the pepper that keyed the password before hashing
 */
public record StoredPassword(String phc, String pepperKeyId) {
    @Override
    public String toString() {
        return "StoredPassword[redacted]";
    }
}
