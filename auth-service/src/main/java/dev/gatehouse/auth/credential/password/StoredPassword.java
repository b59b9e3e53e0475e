package dev.gatehouse.auth.credential.password;

/**
 * A hashed password as the database keeps it; prints nothing of it.
 *
 * @param phc the Argon2id hash as PHC string
 * @param pepperKeyId which pepper was used before hashing
 */
public record StoredPassword(String phc, String pepperKeyId) {
    @Override
    public String toString() {
        return "StoredPassword[redacted]";
    }
}
