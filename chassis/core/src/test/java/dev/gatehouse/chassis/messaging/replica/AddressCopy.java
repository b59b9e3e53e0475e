package dev.gatehouse.chassis.messaging.replica;

import dev.gatehouse.chassis.messaging.event.Notes;
import dev.gatehouse.contracts.state.AddressState;
import dev.gatehouse.contracts.topic.Topic;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A copy to try the replica with: each write inserts a note in the same transaction. */
class AddressCopy implements ReplicaTable<AddressState, AddressCopyRow> {
    static final String BROKEN = "broken.example.test";

    final List<Long> committed = new ArrayList<>();
    private final Notes notes;

    AddressCopy(Notes notes) {
        this.notes = notes;
    }

    @Override
    public Topic topic() {
        return Topic.ADDRESSES;
    }

    @Override
    public Class<AddressState> stateType() {
        return AddressState.class;
    }

    @Override
    public Class<AddressCopyRow> rowType() {
        return AddressCopyRow.class;
    }

    @Override
    public Map<String, Object> key(AddressState state) {
        return Map.of("ip", state.ip());
    }

    @Override
    public Uni<Void> written(AddressState state, AddressCopyRow row) {
        Uni<Void> note = notes.insert(note(state.ip(), state.version()));
        return BROKEN.equals(row.hostname)
                ? note.chain(() -> Uni.createFrom().failure(new IllegalStateException("planned")))
                : note;
    }

    @Override
    public void committed(AddressState state) {
        committed.add(state.version());
    }

    static String note(String ip, long version) {
        return "written " + ip + " " + version;
    }
}
