package dev.gatehouse.chassis.database;

import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Calls its listeners after each commit of {@link Transactions} that asked for it. The outbox relay is one of them: it
 * looks for messages when there are some, and not after every commit.
 */
@ApplicationScoped
public class CommitSignal {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Set<SqlConnection> asked = ConcurrentHashMap.newKeySet();

    CommitSignal() {}

    /** Sends the signal once the transaction of the current session has committed. */
    public void afterCommit() {
        AfterCommit.add(this::send);
    }

    /** Sends the signal once the transaction on this connection is over. */
    public void afterCommit(SqlConnection transaction) {
        asked.add(transaction);
    }

    /** It is over; a failure may be a commit whose answer was lost, and a signal in vain does no harm. */
    void ended(SqlConnection transaction) {
        if (asked.remove(transaction)) {
            send();
        }
    }

    private void send() {
        listeners.forEach(Runnable::run);
    }

    /** Adds a listener; it runs on the thread that commits, so it MUST return at once. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }
}
