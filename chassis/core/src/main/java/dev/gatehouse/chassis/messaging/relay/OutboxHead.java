package dev.gatehouse.chassis.messaging.relay;

import java.util.ArrayList;
import java.util.List;

/** The last numbers that were given. */
record OutboxHead(long lastBatch, long lastSequence) {

    /** Rows with the numbers they are to get, and what the head is after that. */
    record Numbering(OutboxHead before, OutboxHead after, List<OutboxRow> rows) {}

    /** Gives the next batch number to all, and consecutive numbers to those that are counted. */
    Numbering number(List<OutboxRow> rows) {
        long sequence = lastSequence;
        List<OutboxRow> numbered = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            numbered.add(row.isCounted() ? row.withSequence(++sequence) : row);
        }
        return new Numbering(this, new OutboxHead(lastBatch + 1, sequence), List.copyOf(numbered));
    }
}
