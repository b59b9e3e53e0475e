package dev.gatehouse.notification.intake;

import dev.gatehouse.notification.notice.NoticeDraft;
import dev.gatehouse.notification.notice.Notices;
import dev.gatehouse.notification.preference.Choice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells of refused sign-ins once per account and window, and counts the others up; joins the transaction going on. */
@ApplicationScoped
class FailedLogins {
    private final PanacheFailureWindows windows;
    private final Notices notices;
    private final Teller teller;
    private final FailedLoginPolicy policy;

    FailedLogins(PanacheFailureWindows windows, Notices notices, Teller teller, IntakeConfig settings) {
        this.windows = windows;
        this.notices = notices;
        this.teller = teller;
        this.policy = new FailedLoginPolicy(settings.failedLoginWindow());
    }

    Uni<Void> count(NoticeDraft draft, Choice choice) {
        return windows.held(draft.accountId())
                .chain(window -> policy.belongs(window.startedAt, draft.occurredAt())
                        ? notices.countUp(draft.accountId(), window.noticeId)
                        : begin(window, draft, choice));
    }

    Uni<Void> forget(UUID accountId) {
        return windows.forget(accountId);
    }

    private Uni<Void> begin(FailureWindowRow window, NoticeDraft draft, Choice choice) {
        return teller.tell(draft, choice)
                .invoke(noticeId -> window.begin(noticeId, draft.occurredAt()))
                .replaceWithVoid();
    }
}
