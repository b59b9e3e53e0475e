package dev.gatehouse.chassis.messaging.consumer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** The position after records that came from no topic. */
public final class PositionOfNothing implements Position {
    @Override
    public Uni<Void> save() {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> save(SqlConnection tx) {
        return Uni.createFrom().voidItem();
    }
}
