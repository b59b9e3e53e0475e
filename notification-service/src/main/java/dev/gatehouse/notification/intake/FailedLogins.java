package dev.gatehouse.notification.intake;

import dev.gatehouse.notification.notification.NotificationDraft;
import dev.gatehouse.notification.notification.Notifications;
import dev.gatehouse.notification.preference.Choice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells of refused sign-ins once per account and window, and counts the others up; joins the transaction going on. */
@ApplicationScoped
class FailedLogins {
    private final PanacheFailureWindows windows;
    private final Notifications notifications;
    private final NotificationWriter writer;
    private final FailedLoginPolicy policy;

    FailedLogins(
            PanacheFailureWindows windows,
            Notifications notifications,
            NotificationWriter writer,
            IntakeConfig settings) {
        this.windows = windows;
        this.notifications = notifications;
        this.writer = writer;
        this.policy = new FailedLoginPolicy(settings.failedLoginWindow());
    }

    Uni<Void> count(NotificationDraft draft, Choice choice) {
        return windows.held(draft.accountId())
                .chain(window -> policy.belongs(window.startedAt, draft.occurredAt())
                        ? notifications.countUp(draft.accountId(), window.notificationId)
                        : begin(window, draft, choice));
    }

    Uni<Void> forget(UUID accountId) {
        return windows.forget(accountId);
    }

    private Uni<Void> begin(FailureWindowRow window, NotificationDraft draft, Choice choice) {
        return writer.tell(draft, choice)
                .invoke(notificationId -> window.begin(notificationId, draft.occurredAt()))
                .replaceWithVoid();
    }
}
