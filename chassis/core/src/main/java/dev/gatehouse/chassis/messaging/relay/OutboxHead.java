package dev.gatehouse.chassis.messaging.relay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last numbers that were given.
 *
 * @param inFlight ids and numbers of the rows under way, in the order of publishing, as {@code id:sequence,id}
 */
record OutboxHead(long lastBatch, long lastSequence, String inFlight) {

    /** Rows with the numbers they are to get, and what the head is after that. */
    record Numbering(OutboxHead before, OutboxHead after, List<OutboxRow> rows) {}

    /** Gives consecutive numbers to those that are counted and have none, and puts all behind those under way. */
    Numbering number(Collection<OutboxRow> underWay, List<OutboxRow> rows) {
        long sequence = lastSequence;
        List<OutboxRow> numbered = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            numbered.add(row.isCounted() && row.sequence() == null ? row.withSequence(++sequence) : row);
        }
        String inFlightThen = Stream.concat(underWay.stream(), numbered.stream())
                .map(OutboxHead::inFlight)
                .collect(Collectors.joining(","));
        return new Numbering(this, new OutboxHead(lastBatch + 1, sequence, inFlightThen), List.copyOf(numbered));
    }

    /** The ids under way; the number is absent where there is none. */
    Map<Long, @Nullable Long> underWay() {
        Map<Long, @Nullable Long> numbers = new LinkedHashMap<>();
        for (String entry : inFlight.isEmpty() ? new String[0] : inFlight.split(",")) {
            int colon = entry.indexOf(':');
            long id = Long.parseLong(colon < 0 ? entry : entry.substring(0, colon));
            numbers.put(id, colon < 0 ? null : Long.valueOf(entry.substring(colon + 1)));
        }
        return numbers;
    }

    /** The rows under way that are still there, with their numbers and in their order. */
    List<OutboxRow> resume(List<OutboxRow> stored) {
        Map<Long, OutboxRow> byId = stored.stream().collect(Collectors.toMap(OutboxRow::id, row -> row));
        return underWay().entrySet().stream()
                .filter(entry -> byId.containsKey(entry.getKey()))
                .map(entry -> Objects.requireNonNull(byId.get(entry.getKey())).withSequence(entry.getValue()))
                .toList();
    }

    private static String inFlight(OutboxRow row) {
        return row.sequence() == null ? Long.toString(row.id()) : row.id() + ":" + row.sequence();
    }
}
