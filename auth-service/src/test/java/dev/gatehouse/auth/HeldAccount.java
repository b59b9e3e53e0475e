package dev.gatehouse.auth;

import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The row of an account, locked by a transaction of the test until it is released: whatever the service wants to write
 * to it meanwhile waits, and that it waits is seen. So a test decides what happens before what.
 */
public final class HeldAccount implements AutoCloseable {
    private static final String RUNNING =
            "SELECT info FROM information_schema.processlist WHERE info IS NOT NULL AND id <> CONNECTION_ID()";

    private final Connection holder;
    private final Connection observer;
    private final UUID id;

    private HeldAccount(Database database, UUID id) throws SQLException {
        this.holder = database.asApp();
        this.observer = database.asApp();
        this.id = id;
        holder.setAutoCommit(false);
        change("SELECT 1 FROM account WHERE id = ? FOR UPDATE");
    }

    /** Locks the row. */
    public static HeldAccount of(UUID id) throws SQLException {
        return new HeldAccount(StackEnds.database(AuthStack.SCHEMA), id);
    }

    /** Runs the statement, whose only parameter is the id, in the transaction that holds the row. */
    public void change(String sql) throws SQLException {
        try (PreparedStatement statement = holder.prepareStatement(sql)) {
            statement.setBytes(1, UuidBytes.bytes(id));
            statement.execute();
        }
    }

    /** Returns when the service is carrying out a statement that begins like this: it waits for the row. */
    public void awaitWaiting(String statement) {
        awaitWaiting(statement, 1);
    }

    /** Returns when the service is carrying out so many statements that begin like this. */
    public void awaitWaiting(String statement, int count) {
        var unused = Eventually.get(
                this::running,
                running -> running.stream()
                                .filter(one -> one.startsWith(statement))
                                .count()
                        == count);
    }

    /** Returns when somebody is carrying out such a statement. */
    public void awaitRunning(Predicate<String> statement) {
        var unused = Eventually.get(this::running, running -> running.stream().anyMatch(statement));
    }

    /** Lets go of the row; what was changed is committed. */
    public void release() throws SQLException {
        holder.commit();
    }

    private List<String> running() throws SQLException {
        List<String> statements = new ArrayList<>();
        try (PreparedStatement query = observer.prepareStatement(RUNNING);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        }
        return statements;
    }

    /** Undoes what was not released. */
    @Override
    public void close() throws SQLException {
        holder.close();
        observer.close();
    }
}
