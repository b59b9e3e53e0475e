package dev.gatehouse.notification.intake;

import dev.gatehouse.notification.delivery.Deliveries;
import dev.gatehouse.notification.notification.NotificationDraft;
import dev.gatehouse.notification.notification.Notifications;
import dev.gatehouse.notification.preference.Choice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Counts the failed logins of an account and a window in one notification; joins the current transaction. The first one
 * is mailed at once. If more follow, one more mail tells the total when the window is over, so that the last mail and
 * the list say the same number.
 */
@ApplicationScoped
class FailedLogins {
    private final PanacheFailedLoginWindows windows;
    private final Notifications notifications;
    private final NotificationWriter writer;
    private final Deliveries deliveries;
    private final FailedLoginPolicy policy;

    FailedLogins(
            PanacheFailedLoginWindows windows,
            Notifications notifications,
            NotificationWriter writer,
            Deliveries deliveries,
            IntakeConfig config) {
        this.windows = windows;
        this.notifications = notifications;
        this.writer = writer;
        this.deliveries = deliveries;
        this.policy = new FailedLoginPolicy(config.failedLoginWindow());
    }

    Uni<Void> count(NotificationDraft draft, Choice choice) {
        return windows.locked(draft.accountId())
                .chain(window -> policy.belongs(window.startedAt, draft.occurredAt())
                        ? notifications
                                .countUp(draft.accountId(), window.notificationId)
                                .chain(() -> scheduleTotal(window, draft, choice))
                        : start(window, draft, choice));
    }

    Uni<Void> deleteOf(UUID accountId) {
        return windows.deleteOf(accountId);
    }

    private Uni<Void> scheduleTotal(FailedLoginWindowRow window, NotificationDraft draft, Choice choice) {
        if (window.totalScheduled || !choice.email()) {
            return Uni.createFrom().voidItem();
        }
        window.totalScheduled = true;
        return deliveries.scheduleAt(
                policy.endOf(window.startedAt), draft.kind(), window.notificationId, draft.accountId());
    }

    private Uni<Void> start(FailedLoginWindowRow window, NotificationDraft draft, Choice choice) {
        return writer.write(draft, choice)
                .invoke(notificationId -> window.start(notificationId, draft.occurredAt()))
                .replaceWithVoid();
    }
}
