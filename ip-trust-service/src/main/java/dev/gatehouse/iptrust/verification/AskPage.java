package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.mail.language.Texts;
import dev.gatehouse.chassis.mail.message.MailText.Fact;
import dev.gatehouse.iptrust.settings.Confirmation;
import dev.gatehouse.iptrust.verification.VerificationOutcome.Rejection;
import dev.gatehouse.iptrust.verification.Verifications.OpenVerification;
import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page shows, as text that is ready to be escaped and printed.
 *
 * @param place says whether the reader comes from the address in question
 * @param warning more about that, when they do not
 * @param complaint what was wrong with the last answer
 * @param trustable whether this reader can say yes at all
 */
@TemplateData
record AskPage(
        String heading,
        String lead,
        List<Fact> facts,
        String place,
        @Nullable String warning,
        @Nullable String complaint,
        boolean trustable,
        boolean number,
        String numberLabel,
        String numberHint,
        String trustLabel,
        String denyLabel,
        String formToken) {
    static AskPage of(OpenVerification verification, Optional<Rejection> complaint, Texts texts, String formToken) {
        boolean byNumber = verification.confirmation() == Confirmation.NUMBER;
        return new AskPage(
                texts.text("page.heading"),
                texts.text("page.lead"),
                LoginFacts.of(verification, verification.hostname(), texts),
                texts.text(verification.sameAddress() ? "place.same" : "place.other"),
                verification.sameAddress() ? null : texts.text(byNumber ? "warning.number" : "warning.same-address"),
                complaint.map(said -> texts.text(key(said))).orElse(null),
                byNumber || verification.sameAddress(),
                byNumber,
                texts.text("number.label"),
                texts.text("number.hint"),
                texts.text("button.trust"),
                texts.text("button.deny"),
                formToken);
    }

    private static String key(Rejection complaint) {
        return switch (complaint) {
            case WRONG_NUMBER -> "complaint.wrong-number";
            case NUMBER_MISSING -> "complaint.number-missing";
            case OTHER_ADDRESS -> "complaint.other-address";
        };
    }
}
