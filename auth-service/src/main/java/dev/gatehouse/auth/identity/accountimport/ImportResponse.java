package dev.gatehouse.auth.identity.accountimport;

import dev.gatehouse.auth.identity.account.AccountOutcome.Refusal;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Violation;
import dev.gatehouse.contracts.problem.ProblemType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of the report: about one line of the body, or the last one, which says how the import ended. */
@Schema(name = "AccountImportLine", description = "About one line of the body, or how the import ended")
record ImportResponse(
        @Schema(description = "of the body, from 1; on the last line how many were read", examples = "1")
        long line,

        Outcome outcome,

        @Schema(description = "of an account that was created, or that an earlier import created") @Nullable
        UUID accountId,

        @Schema(description = "slug of the problem type", examples = "email-taken") @Nullable
        String problem,

        @Schema(examples = "Another account has this e-mail address.") @Nullable
        String detail,

        List<Violation> violations,

        @Schema(description = "on the last line") @Nullable Counts counts) {
    /** Copies. */
    ImportResponse {
        violations = List.copyOf(violations);
    }

    static ImportResponse created(long line, UUID accountId) {
        return new ImportResponse(line, Outcome.CREATED, accountId, null, null, List.of(), null);
    }

    static ImportResponse unchanged(long line, UUID accountId) {
        return new ImportResponse(line, Outcome.UNCHANGED, accountId, null, null, List.of(), null);
    }

    static ImportResponse taken(long line) {
        return refused(line, new ProblemException(ProblemType.EMAIL_TAKEN, Refusal.EMAIL_TAKEN.detail()));
    }

    static ImportResponse refused(long line, ProblemException why) {
        return new ImportResponse(line, Outcome.REFUSED, null, why.type().slug(), why.detail(), why.violations(), null);
    }

    static ImportResponse finished(Counts counts) {
        return new ImportResponse(counts.read(), Outcome.FINISHED, null, null, null, List.of(), counts);
    }

    static ImportResponse stopped(Counts counts, ProblemException why) {
        return new ImportResponse(
                counts.read(), Outcome.STOPPED, null, why.type().slug(), why.detail(), List.of(), counts);
    }

    /** What became of a line, or of the import. */
    enum Outcome {
        /** The account was created. */
        CREATED("created"),
        /** The same line created the account before. */
        UNCHANGED("unchanged"),
        /** Nothing was done for this line. */
        REFUSED("refused"),
        /** The last line: all of the body was read. */
        FINISHED("finished"),
        /** The last line: the rest of the body was not read; send it again from the next line. */
        STOPPED("stopped");

        private final String wireName;

        Outcome(String wireName) {
            this.wireName = wireName;
        }

        /** The name in JSON. */
        @Override
        public String toString() {
            return wireName;
        }
    }

    /**
     * How many lines came to what.
     *
     * @param read number of the last line that is reported
     */
    @Schema(name = "AccountImportCounts")
    record Counts(
            @Schema(examples = "3") long read,
            @Schema(examples = "1") long created,
            @Schema(examples = "1") long unchanged,
            @Schema(examples = "1") long refused) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts with(ImportResponse response) {
            Outcome outcome = response.outcome();
            return new Counts(
                    response.line(),
                    created + (outcome == Outcome.CREATED ? 1 : 0),
                    unchanged + (outcome == Outcome.UNCHANGED ? 1 : 0),
                    refused + (outcome == Outcome.REFUSED ? 1 : 0));
        }
    }
}
