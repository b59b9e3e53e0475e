package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.iptrust.verification.Verifications.Answer;
import org.jspecify.annotations.Nullable;

/** The fields of the posted form, as they arrived. */
record AnswerForm(
        @Nullable String decision,
        @Nullable String matchNumber,
        @Nullable String formToken) {
    private static final int LONGEST_NUMBER = 16;

    /** The answer, or 400 for what no button of the page sends. */
    Answer answer() {
        return switch (decision == null ? "" : decision) {
            case "trust" -> new Answer.Trust(number());
            case "deny" -> new Answer.Deny();
            default ->
                throw new ProblemException(ProblemType.MALFORMED_REQUEST, "The field decision must be trust or deny.");
        };
    }

    private String number() {
        return matchNumber == null || matchNumber.length() > LONGEST_NUMBER ? "" : matchNumber.strip();
    }
}
