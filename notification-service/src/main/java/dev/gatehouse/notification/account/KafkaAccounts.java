package dev.gatehouse.notification.account;

import dev.gatehouse.chassis.database.UuidBytes;
import dev.gatehouse.chassis.messaging.replica.Replica;
import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.contracts.identity.AccountKind;
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
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the copy of the accounts, and calls the listeners when one has arrived, changed or was erased. */
@ApplicationScoped
class KafkaAccounts implements ReplicaTable<AccountState, AccountRow> {
    private final Replica replica;
    private final List<AgentListener> agentListeners;
    private final List<AccountErasureListener> erasureListeners;

    KafkaAccounts(
            Replica replica,
            @All List<AgentListener> agentListeners,
            @All List<AccountErasureListener> erasureListeners) {
        this.replica = replica;
        this.agentListeners = List.copyOf(agentListeners);
        this.erasureListeners = List.copyOf(erasureListeners);
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

    @Override
    public Uni<Void> written(AccountState state, AccountRow row) {
        if (state.hasEnded()) {
            return each(erasureListeners, listener -> listener.accountErased(state.id()));
        }
        return state.kind() == AccountKind.AGENT
                ? each(agentListeners, listener -> listener.agentChanged(row.recipient()))
                : Uni.createFrom().voidItem();
    }

    /** One after the other, because they share the session. */
    private static <L> Uni<Void> each(List<L> listeners, Function<L, Uni<Void>> call) {
        return Multi.createFrom()
                .iterable(listeners)
                .onItem()
                .transformToUniAndConcatenate(call::apply)
                .onItem()
                .ignoreAsUni();
    }
}
