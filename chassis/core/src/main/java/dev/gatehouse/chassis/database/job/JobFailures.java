package dev.gatehouse.chassis.database.job;

import dev.gatehouse.chassis.database.DatabaseFailure;
import dev.gatehouse.chassis.runtime.log.Log;
import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reports the failures of all scheduled jobs, in place of the framework, which writes a stack trace per round. A job
 * does not report its own: what fails is tried again in its next round.
 *
 * <p>While the database is away or refuses for a time, that is one line per job, without a stack trace, however often
 * it is tried. Every other failure is an error with its cause.
 */
@ApplicationScoped
class JobFailures {
    private static final Log LOG = Log.of(JobFailures.class);

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    JobFailures() {}

    void failed(@Observes FailedExecution failed) {
        String job = name(failed.getExecution());
        Throwable cause = cause(failed.getException());
        if (DatabaseFailure.kind(cause) != DatabaseFailure.Kind.PASSING) {
            LOG.with("work", job).error("A scheduled job failed", cause);
        } else if (waiting.add(job)) {
            LOG.with("work", job)
                    .with("cause", cause)
                    .warn("A scheduled job cannot reach the database, trying again until it is back");
        }
    }

    void succeeded(@Observes SuccessfulExecution done) {
        String job = name(done.getExecution());
        if (waiting.remove(job)) {
            LOG.with("work", job).info("A scheduled job works again");
        }
    }

    /** Without the wrapping of a stage that was completed by another one. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Class and method without the package. */
    private static String name(ScheduledExecution execution) {
        String method = execution.getTrigger().getMethodDescription();
        return method == null ? execution.getTrigger().getId() : method.substring(method.lastIndexOf('.') + 1);
    }
}
