package dev.gatehouse.chassis.messaging.event;

import dev.gatehouse.chassis.database.CommitSignal;
import dev.gatehouse.chassis.database.SessionSql;
import dev.gatehouse.chassis.database.UtcTimes;
import dev.gatehouse.chassis.messaging.wire.KeyHash;
import dev.gatehouse.chassis.messaging.wire.WireJson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The table {@code outbox}. One statement inserts the messages of a call, five hundred at most: a statement has a
 * bounded number of parameters. The relay, which is woken after the commit, publishes and deletes the rows.
 */
@ApplicationScoped
class Outbox {
    private static final int AT_ONCE = 500;
    private static final String INTO =
            "INSERT INTO outbox (topic, message_key, key_hash, headers, payload, created_at) VALUES ";

    private final CommitSignal commits;

    Outbox(CommitSignal commits) {
        this.commits = commits;
    }

    /** Adds the messages to the transaction of the current session. */
    Uni<Void> add(List<OutboxMessage> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : inChunks(messages, some -> SessionSql.update(sql(some), values(some))
                                .replaceWithVoid())
                        .invoke(() -> commits.afterCommit());
    }

    /** Adds the messages to the transaction of this connection. */
    Uni<Void> addOn(SqlConnection tx, List<OutboxMessage> messages) {
        return messages.isEmpty()
                ? Uni.createFrom().voidItem()
                : inChunks(messages, some -> tx.preparedQuery(sql(some))
                                .execute(Tuple.wrap(values(some)))
                                .replaceWithVoid())
                        .invoke(() -> commits.afterCommit(tx));
    }

    private static Uni<Void> inChunks(List<OutboxMessage> messages, Function<List<OutboxMessage>, Uni<Void>> insert) {
        return Multi.createFrom()
                .iterable(messages)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(insert::apply)
                .onItem()
                .ignoreAsUni();
    }

    private static String sql(List<OutboxMessage> messages) {
        return INTO + String.join(", ", Collections.nCopies(messages.size(), "(?, ?, ?, ?, ?, ?)"));
    }

    private static List<Object> values(List<OutboxMessage> messages) {
        return messages.stream().flatMap(Outbox::values).toList();
    }

    private static Stream<Object> values(OutboxMessage message) {
        return Stream.of(
                message.topic(),
                message.key(),
                KeyHash.of(message.key()),
                WireJson.text(message.headers()),
                message.payload(),
                UtcTimes.of(message.createdAt()));
    }
}
