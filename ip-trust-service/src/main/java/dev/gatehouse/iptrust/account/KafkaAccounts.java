package dev.gatehouse.iptrust.account;

import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Keeps the copy of the accounts, and calls the listeners when one was erased. */
@ApplicationScoped
class KafkaAccounts implements ReplicaTable<AccountState, AccountRow> {
    private final List<AccountErasureListener> listeners;

    KafkaAccounts(@All List<AccountErasureListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public Topic topic() {
        return Topic.ACCOUNTS;
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
    public Map<String, Object> key(AccountState state) {
        return Map.of("id", state.id());
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
