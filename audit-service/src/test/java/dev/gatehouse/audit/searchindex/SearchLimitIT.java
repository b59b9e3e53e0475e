package dev.gatehouse.audit.searchindex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatehouse.audit.RealStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@RealStack
class SearchLimitIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    SqlSearchIndex index;

    @Test
    @DisplayName("C: a statement of a search that goes on is ended by the database, and the connection stays")
    void endsAStatementThatTakesTooLong() {
        SqlStatement endless = new SqlStatement(
                "SELECT UTC_TIMESTAMP(3) AS occurred_at, COUNT(*) AS idx FROM information_schema.columns a,"
                        + " information_schema.columns b, information_schema.columns c WHERE a.column_name <> ?",
                List.of("x"));

        assertThrows(SearchTooLong.class, () -> index.run(endless).await().atMost(PATIENCE));
    }

    @Test
    void answersWhatIsShort() {
        SqlStatement union = new SqlStatement(
                "(SELECT UTC_TIMESTAMP(3) AS occurred_at, 7 AS idx) UNION ALL (SELECT UTC_TIMESTAMP(3), ? + 0)",
                List.of(8));

        assertEquals(2, index.run(union).await().atMost(PATIENCE).size());
    }
}
