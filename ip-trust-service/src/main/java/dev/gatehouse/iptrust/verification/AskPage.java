package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.mail.language.Texts;
import dev.gatehouse.chassis.mail.message.MailText.Fact;
import dev.gatehouse.iptrust.settings.Confirmation;
import dev.gatehouse.iptrust.verification.AnswerOutcome.Complaint;
import dev.gatehouse.iptrust.verification.Verifications.View;
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
    static AskPage of(View view, Optional<Complaint> complaint, Texts texts, String formToken) {
        boolean byNumber = view.confirmation() == Confirmation.NUMBER;
        return new AskPage(
                texts.text("page.heading"),
                texts.text("page.lead"),
                LoginFacts.of(view, view.hostname(), texts),
                texts.text(view.sameAddress() ? "place.same" : "place.other"),
                view.sameAddress() ? null : texts.text(byNumber ? "warning.number" : "warning.same-address"),
                complaint.map(said -> texts.text(key(said))).orElse(null),
                byNumber || view.sameAddress(),
                byNumber,
                texts.text("number.label"),
                texts.text("number.hint"),
                texts.text("button.trust"),
                texts.text("button.deny"),
                formToken);
    }

    private static String key(Complaint complaint) {
        return switch (complaint) {
            case WRONG_NUMBER -> "complaint.wrong-number";
            case NUMBER_MISSING -> "complaint.number-missing";
            case OTHER_ADDRESS -> "complaint.other-address";
        };
    }
}
