package dev.gatehouse.chassis.testkit.cleanup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.hostile.ModuleClasses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every cleanup job of a module deletes the rows whose time is over, and no other. A job that the module has and the
 * test does not know fails it, so a new one cannot be forgotten. It is extended by a {@code @QuarkusTest} with a static
 * method {@code jobs()}, all its {@link Kept}.
 */
public abstract class CleanupJobsOfModule {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final String SUFFIX = "CleanupJob";

    /**
     * How long the rows of a table are kept.
     *
     * @param job the class of the job
     * @param column the column with the time, to which {@code time} is added
     */
    public record Kept(String job, String table, String column, Duration time) {
        @Override
        public String toString() {
            return table;
        }
    }

    /** The schema of the module under test. */
    protected abstract Database database();

    /** The same as the static method of the test. */
    protected abstract List<Kept> all();

    /** Jobs whose rows have no column with a time; tests of their own run them. */
    protected Set<String> testedElsewhere() {
        return Set.of();
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void deletesTheRowsWhoseTimeIsOverAndNoOther(Kept kept) throws SQLException, ReflectiveOperationException {
        // Given
        Instant limit = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(kept.time());
        LocalDateTime over = utc(limit.minus(MARGIN));
        LocalDateTime notYet = utc(limit.plus(MARGIN));
        AnyRow.insert(database(), kept.table(), kept.column(), over);
        AnyRow.insert(database(), kept.table(), kept.column(), notYet);

        // When
        run(Class.forName(kept.job(), true, Thread.currentThread().getContextClassLoader()));

        // Then
        String count = "SELECT COUNT(*) FROM " + kept.table() + " WHERE " + kept.column() + " = ?";
        assertEquals(0, database().number(count, over), "its time is over");
        assertEquals(1, database().number(count, notYet), "its time is not over");
    }

    @Test
    void knowsEveryCleanupJobOfTheModule() throws IOException, ReflectiveOperationException {
        var known = new TreeSet<>(testedElsewhere());
        all().forEach(kept -> known.add(kept.job()));
        var present = ModuleClasses.in(List.of(Path.of("target", "classes"))).stream()
                .map(Class::getName)
                .filter(name -> name.endsWith(SUFFIX))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(present, known);
    }

    private static void run(Class<?> job) throws ReflectiveOperationException {
        Method run = job.getDeclaredMethod("run");
        run.setAccessible(true);
        Object done = run.invoke(CDI.current().select(job).get());
        ((Uni<?>) Objects.requireNonNull(done)).await().atMost(PATIENCE);
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
