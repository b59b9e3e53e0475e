package dev.gatehouse.notification.account;

import dev.gatehouse.chassis.messaging.replica.ReplicaTable;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.state.AccountState;
import dev.gatehouse.contracts.topic.Topic;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Keeps the copy of the accounts, and calls the listeners when one has arrived, changed or was erased. */
@ApplicationScoped
class KafkaAccounts implements ReplicaTable<AccountState, AccountRow> {
    private final List<AgentListener> agentListeners;
    private final List<AccountErasureListener> erasureListeners;

    KafkaAccounts(@All List<AgentListener> agentListeners, @All List<AccountErasureListener> erasureListeners) {
        this.agentListeners = List.copyOf(agentListeners);
        this.erasureListeners = List.copyOf(erasureListeners);
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
