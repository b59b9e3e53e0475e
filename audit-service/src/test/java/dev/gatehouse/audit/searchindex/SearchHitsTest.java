package dev.gatehouse.audit.searchindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchHitsTest {
    private static final EventPosition FIRST = new EventPosition(Instant.ofEpochMilli(3_000), 3);
    private static final EventPosition SECOND = new EventPosition(Instant.ofEpochMilli(2_000), 2);
    private static final EventPosition THIRD = new EventPosition(Instant.ofEpochMilli(1_000), 1);

    @Test
    void resumesBehindTheLastShownWhenThereIsMore() {
        SearchHits hits = SearchHits.of(List.of(FIRST, SECOND, THIRD), 2, null);

        assertEquals(List.of(FIRST, SECOND), hits.positions());
        assertEquals(SECOND, hits.resume());
    }

    @Test
    void endsWhereTheListEnds() {
        SearchHits hits = SearchHits.of(List.of(FIRST, SECOND), 2, null);

        assertEquals(List.of(FIRST, SECOND), hits.positions());
        assertNull(hits.resume());
    }

    @Test
    void resumesWhereLookingStoppedWhenThePageIsShort() {
        SearchHits hits = SearchHits.of(List.of(FIRST), 2, THIRD);

        assertEquals(List.of(FIRST), hits.positions());
        assertEquals(THIRD, hits.resume());
    }

    @Test
    void survivesTheWayThroughACursor() {
        assertEquals(FIRST, EventPosition.of(FIRST.keyParts()));
    }

    @Test
    void looksOnForATextUntilItHasEnoughOrMayNotLookFurtherOrIsAtTheBottom() {
        TextScan begun = TextScan.from(null, 100);

        assertFalse(begun.upTo(SECOND, List.of(FIRST)).afterLookingAt(10).isOver(2));
        assertTrue(begun.upTo(SECOND, List.of(FIRST, SECOND)).afterLookingAt(10).isOver(2));
        assertTrue(begun.upTo(SECOND, List.of()).afterLookingAt(100).isOver(2));
        assertTrue(begun.upTo(null, List.of()).afterLookingAt(10).isOver(2));
    }
}
