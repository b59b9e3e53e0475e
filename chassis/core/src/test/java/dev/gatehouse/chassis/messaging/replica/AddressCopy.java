package dev.gatehouse.chassis.messaging.replica;

import dev.gatehouse.chassis.messaging.event.Notes;
import dev.gatehouse.contracts.state.AddressState;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A copy to try the replica with: each write inserts a note in the same transaction. */
class AddressCopy implements ReplicaTable<AddressState, AddressCopyRow> {
    static final String BROKEN = "broken.example.test";

    final List<Long> committed = new ArrayList<>();
    private final Notes notes;

    AddressCopy(Notes notes) {
        this.notes = notes;
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
    public String table() {
        return "address_copy";
    }

    @Override
    public SortedMap<String, Object> key(AddressState state) {
        return new TreeMap<>(Map.of("ip", state.ip()));
    }

    @Override
    public String id(AddressState state) {
        return state.ip();
    }

    @Override
    public long version(AddressCopyRow row) {
        return row.version;
    }

    @Override
    public void write(AddressState state, AddressCopyRow row) {
        row.hostname = state.hasEnded() ? null : state.hostname();
        row.version = state.version();
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
