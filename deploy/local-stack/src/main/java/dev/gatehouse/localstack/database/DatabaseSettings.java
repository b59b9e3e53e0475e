package dev.gatehouse.localstack.database;

import java.nio.file.Path;

/** Where the database server listens, and where it keeps its binaries, its data and its log. */
public record DatabaseSettings(int port, Path cache, Path folder, Path log, Durability durability) {

    /** What survives a crash of the machine. */
    public enum Durability {
        /** Every commit is on disk before it is acknowledged. */
        EVERY_COMMIT(1),
        /** A crash of the machine may lose the last second; fine for data that is thrown away. */
        LAST_SECOND_AT_RISK(2);

        private final int flushLogAtCommit;

        Durability(int flushLogAtCommit) {
            this.flushLogAtCommit = flushLogAtCommit;
        }

        int flushLogAtCommit() {
            return flushLogAtCommit;
        }
    }
}
