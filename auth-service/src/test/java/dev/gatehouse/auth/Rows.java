package dev.gatehouse.auth;

import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.contracts.identity.AccountKind;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Writes the rows that a token of a test rests on. */
final class Rows {
    private static final int HASH_BYTES = 32;

    private Rows() {}

    /** An active administrator with this id, unless there is such an account. */
    static void administrator(UUID id) {
        update(
                "INSERT INTO account (id, kind, email, email_key, display_name, locale, time_zone, admin, status,"
                        + " created_at, version) VALUES (?, 'AGENT', ?, ?, 'Test', 'en', 'UTC', 1, 'ACTIVE', ?, 1)"
                        + " ON DUPLICATE KEY UPDATE version = version",
                bytes(id),
                id + "@helpdesk.test",
                id + "@helpdesk.test",
                UtcTimes.of(Instant.now()));
    }

    /** Gives the admin right back to the administrator with this id. */
    static void administratorAgain(UUID id) {
        administrator(id);
        update("UPDATE account SET admin = 1 WHERE id = ?", (Object) bytes(id));
    }

    /** An open session of the account. */
    static void session(UUID id, UUID accountId, AccountKind kind, Instant began, Instant proven) {
        Instant end = began.plus(Duration.ofHours(1));
        update(
                "INSERT INTO session (id, account_id, kind, methods, created_at, authenticated_at, last_seen_at,"
                        + " idle_expires_at, expires_at, remember_me, ip, current_hash, rotations)"
                        + " VALUES (?, ?, ?, 'pwd', ?, ?, ?, ?, ?, 0, '127.0.0.1', ?, 0)",
                bytes(id),
                bytes(accountId),
                kind.name(),
                UtcTimes.of(began),
                UtcTimes.of(proven),
                UtcTimes.of(began),
                UtcTimes.of(end),
                UtcTimes.of(end),
                new byte[HASH_BYTES]);
    }

    private static void update(String sql, Object... values) {
        StackEnds.database(AuthStack.SCHEMA).update(sql, values);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
