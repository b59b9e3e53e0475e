package dev.gatehouse.auth.session.lifetime;

import dev.gatehouse.auth.token.Digest;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.contracts.event.SessionEnd;
import dev.gatehouse.contracts.identity.AccountKind;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a row of the table {@code session} as the SQL client gives it. */
final class SqlSessionColumns {
    private SqlSessionColumns() {}

    static Session session(Row row) {
        return new Session(
                UuidBytes.from(row.getBuffer("id").getDelegate()),
                UuidBytes.from(row.getBuffer("account_id").getDelegate()),
                AccountKind.valueOf(row.getString("kind")),
                List.of(row.getString("methods").split(",", -1)),
                time(row, "created_at"),
                time(row, "authenticated_at"),
                time(row, "last_seen_at"),
                time(row, "idle_expires_at"),
                time(row, "expires_at"),
                row.getBoolean("remember_me"),
                row.getString("ip"),
                row.getString("user_agent"));
    }

    static Rotation rotation(Row row, int rotated) {
        Rotation.Hashes hashes = new Rotation.Hashes(
                Digest.stored(row.getBuffer("current_hash").getBytes()),
                digest(row.getBuffer("previous_hash")),
                row.getInteger("rotations"));
        return new Rotation(session(row), rotated == 1, hashes, last(row), end(row));
    }

    private static Rotation.@Nullable Last last(Row row) {
        LocalDateTime at = row.getLocalDateTime("rotated_at");
        return at == null
                ? null
                : new Rotation.Last(
                        UtcTimes.from(at),
                        Digest.stored(row.getBuffer("rotated_by").getBytes()));
    }

    private static @Nullable SessionEnd end(Row row) {
        String reason = row.getString("end_reason");
        return reason == null ? null : SessionEnd.valueOf(reason);
    }

    private static @Nullable Digest digest(@Nullable Buffer column) {
        return column == null ? null : Digest.stored(column.getBytes());
    }

    private static Instant time(Row row, String column) {
        return UtcTimes.from(row.getLocalDateTime(column));
    }
}
