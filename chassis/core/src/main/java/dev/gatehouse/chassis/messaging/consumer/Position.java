package dev.gatehouse.chassis.messaging.consumer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * How far a consumer has come once a batch has had its effect. Saving it fails, and with it the transaction, when the
 * partition belongs to another replica by now.
 */
public interface Position {
    /** Saves it in the transaction of the current session. */
    Uni<Void> save();

    /** Saves it in the transaction of this connection. */
    Uni<Void> save(SqlConnection tx);
}
