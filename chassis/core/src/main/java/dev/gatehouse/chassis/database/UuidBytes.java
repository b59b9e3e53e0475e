package dev.gatehouse.chassis.database;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The form of an id in a {@code BINARY(16)} column, as the SQL client wants it. */
public final class UuidBytes {
    private static final int LENGTH = 16;

    private UuidBytes() {}

    /** The 16 bytes in network order, as an entity's id is stored too. */
    public static Buffer of(UUID id) {
        return Buffer.buffer(bytes(id));
    }

    /** The id in these 16 bytes. */
    public static UUID from(Buffer column) {
        if (column.length() != LENGTH) {
            throw new IllegalArgumentException("An id has 16 bytes, not " + column.length());
        }
        return new UUID(column.getLong(0), column.getLong(Long.BYTES));
    }

    /** The same as {@link #of} for JDBC. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
