package dev.gatehouse.iptrust.mailproof;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.Change;
import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.contracts.event.SettingsChanged;
import dev.gatehouse.iptrust.mailing.MailOrder;
import dev.gatehouse.iptrust.mailing.Mailing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows from an outcome within the same transaction: the mail that is owed, and the event. */
@ApplicationScoped
class MailProofTrail {
    private static final String NAME = "ip-trust/mail-proof";

    private final Mailing mailing;
    private final Events events;

    MailProofTrail(Mailing mailing, Events events) {
        this.mailing = mailing;
        this.events = events;
    }

    void wake() {
        mailing.wake();
    }

    Uni<Void> requested(MailProofRow row, MailProofOutcome outcome, Origin origin) {
        Instant useful = row.codeExpiresAt();
        if (!(outcome instanceof MailProofOutcome.CodeOwed) || useful == null) {
            return tell(row, event(origin).failed("too_many_codes"));
        }
        return mailing.owe(new MailOrder(MailProofLetters.KIND, row.proofId(), useful))
                .chain(() -> tell(row, event(origin, new Change("codeExpiresAt", null, useful.toString()))));
    }

    Uni<Void> answered(@Nullable Instant before, MailProofRow row, MailProofOutcome outcome, Origin origin) {
        return switch (outcome) {
            case MailProofOutcome.Proven proven ->
                tell(row, event(origin, new Change("provenUntil", text(before), text(row.provenUntil()))));
            case MailProofOutcome.WrongCode wrong -> tell(row, event(origin).failed("wrong_code"));
            case MailProofOutcome.TooMany tooMany -> tell(row, event(origin).failed("too_many_codes"));
            case MailProofOutcome.NoOpenCode none -> tell(row, event(origin).failed("no_open_code"));
            case MailProofOutcome.CodeOwed owed -> Uni.createFrom().voidItem();
        };
    }

    private SecurityEvent<SettingsChanged> event(Origin origin, Change... changes) {
        return events.event(new SettingsChanged(NAME, List.of(changes)), origin);
    }

    private Uni<Void> tell(MailProofRow row, SecurityEvent<SettingsChanged> event) {
        return events.publish(event.about(row.accountId()));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
