package dev.gatehouse.auth.identity.accountimport;

import dev.gatehouse.auth.identity.accountimport.ImportResponse.Counts;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.contracts.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads accounts from a stream of any length and reports on each line, in constant memory: the next bytes are read when
 * the report on a batch has been taken.
 */
@ApplicationScoped
class AccountImport {
    /** The most lines in one transaction. */
    static final int BATCH = 100;

    private static final Log LOG = Log.of(AccountImport.class);

    private final ImportLine.Reader reader;
    private final ImportBatch batch;
    private final MeterRegistry meters;

    AccountImport(ImportLine.Reader reader, ImportBatch batch, MeterRegistry meters) {
        this.reader = reader;
        this.batch = batch;
        this.meters = meters;
    }

    /**
     * The report. A fault before its first line fails it, a later one is its last line: what was reported is done and
     * stays.
     *
     * @param authority throws when the caller may not go on; asked before each batch
     */
    Multi<ImportResponse> run(Multi<Buffer> body, Runnable authority, Origin origin) {
        AtomicReference<Counts> counts = new AtomicReference<>(Counts.NONE);
        return lines(body)
                .group()
                .intoLists()
                .of(BATCH)
                .onItem()
                .invoke(lines -> authority.run())
                .onItem()
                .transformToMultiAndConcatenate(
                        lines -> batch.run(lines.stream().map(reader::read).toList(), origin)
                                .onItem()
                                .transformToMulti(report -> Multi.createFrom().iterable(report)))
                .onItem()
                .invoke(response -> count(counts, response))
                .onCompletion()
                .ifEmpty()
                .failWith(() -> new ProblemException(ProblemType.MALFORMED_REQUEST, "Send a JSON object in the body."))
                .onCompletion()
                .continueWith(() -> List.of(ImportResponse.finished(counts.get())))
                .onFailure(failure -> counts.get().read() > 0)
                .recoverWithMulti(
                        failure -> Multi.createFrom().item(ImportResponse.stopped(counts.get(), why(failure))));
    }

    private static Multi<Lines.Line> lines(Multi<Buffer> body) {
        return Multi.createFrom().deferred(() -> {
            Lines lines = new Lines();
            Multi<Lines.Line> complete = body.onItem()
                    .transformToMultiAndConcatenate(chunk -> Multi.createFrom().iterable(lines.feed(chunk)));
            Multi<Lines.Line> last =
                    Multi.createFrom().deferred(() -> Multi.createFrom().items(lines.rest().stream()));
            return Multi.createBy().concatenating().streams(complete, last);
        });
    }

    private void count(AtomicReference<Counts> counts, ImportResponse response) {
        counts.set(counts.get().with(response));
        meters.counter("gatehouse.account.import", "outcome", response.outcome().toString())
                .increment();
    }

    private static ProblemException why(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        if (failure.getCause() instanceof ProblemException problem) {
            return problem;
        }
        LOG.with("cause", failure).error("An import of accounts stopped");
        return new ProblemException(
                ProblemType.INTERNAL_ERROR, "The import stopped; send the body again to go on where it did.");
    }
}
