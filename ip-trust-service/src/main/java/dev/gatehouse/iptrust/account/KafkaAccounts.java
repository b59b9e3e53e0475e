package dev.gatehouse.iptrust.account;

import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.messaging.replica.Replica;
import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.contracts.state.AccountState;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copy of the accounts, and calls the listeners when one was erased. */
@ApplicationScoped
class KafkaAccounts implements ReplicaTable<AccountState, AccountRow> {
    private final Replica replica;
    private final List<AccountErasureListener> listeners;

    KafkaAccounts(Replica replica, @All List<AccountErasureListener> listeners) {
        this.replica = replica;
        this.listeners = List.copyOf(listeners);
    }

    @Incoming("accounts")
    Uni<Void> onState(ConsumerRecord<String, byte[]> record) {
        return replica.take(this, record);
    }

    @Override
    public Class<AccountState> stateType() {
        return AccountState.class;
    }

    @Override
    public Class<AccountRow> rowType() {
        return AccountRow.class;
    }

    @Override
    public String table() {
        return "account";
    }

    @Override
    public SortedMap<String, Object> key(AccountState state) {
        return new TreeMap<>(Map.of("id", UuidBytes.bytes(state.id())));
    }

    @Override
    public UUID id(AccountState state) {
        return state.id();
    }

    @Override
    public long version(AccountRow row) {
        return row.version;
    }

    @Override
    public void write(AccountState state, AccountRow row) {
        row.take(state);
    }

    /** One listener after the other, because they share the session. */
    @Override
    public Uni<Void> written(AccountState state, AccountRow row) {
        return Multi.createFrom()
                .iterable(state.hasEnded() ? listeners : List.<AccountErasureListener>of())
                .onItem()
                .transformToUniAndConcatenate(listener -> listener.accountErased(state.id()))
                .onItem()
                .ignoreAsUni();
    }
}
