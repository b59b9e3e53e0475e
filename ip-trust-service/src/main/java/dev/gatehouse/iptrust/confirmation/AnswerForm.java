package dev.gatehouse.iptrust.confirmation;

import dev.gatehouse.chassis.problem.ProblemException;
import dev.gatehouse.contracts.problem.ProblemType;
import dev.gatehouse.iptrust.verification.Verifications.Answer;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** The posted form, with what the browser says about where it comes from. */
final class AnswerForm {
    private static final int LONGEST_NUMBER = 16;

    private final @Nullable String decision;
    private final @Nullable String matchNumber;
    private final @Nullable String formToken;
    private final @Nullable String fetchSite;
    private final @Nullable String origin;

    AnswerForm(
            @FormParam("decision") @Nullable String decision,
            @FormParam("matchNumber") @Nullable String matchNumber,
            @FormParam("formToken") @Nullable String formToken,
            @HeaderParam("Sec-Fetch-Site") @Nullable String fetchSite,
            @HeaderParam("Origin") @Nullable String origin) {
        this.decision = decision;
        this.matchNumber = matchNumber;
        this.formToken = formToken;
        this.fetchSite = fetchSite;
        this.origin = origin;
    }

    FormGuard.Submission from(@Nullable String cookie) {
        return new FormGuard.Submission(fetchSite, origin, cookie, formToken);
    }

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
