package dev.gatehouse.notification.intake;

import dev.gatehouse.contracts.event.SecurityEvent;
import dev.gatehouse.notification.account.AccountErasureListener;
import dev.gatehouse.notification.account.Accounts;
import dev.gatehouse.notification.account.AgentListener;
import dev.gatehouse.notification.account.Recipient;
import dev.gatehouse.notification.notification.NotificationDraft;
import dev.gatehouse.notification.preference.Choice;
import dev.gatehouse.notification.preference.Preferences;
import dev.gatehouse.notification.template.NotificationKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Decides who is notified, and where; every method joins the current transaction. */
@ApplicationScoped
class Intake implements AccountErasureListener, AgentListener {
    private final Accounts accounts;
    private final Preferences preferences;
    private final PanacheDeferredNotifications deferred;
    private final FailedLogins failedLogins;
    private final NotificationWriter writer;
    private final InstantSource clock;

    Intake(
            Accounts accounts,
            Preferences preferences,
            PanacheDeferredNotifications deferred,
            FailedLogins failedLogins,
            NotificationWriter writer,
            InstantSource clock) {
        this.accounts = accounts;
        this.preferences = preferences;
        this.deferred = deferred;
        this.failedLogins = failedLogins;
        this.writer = writer;
        this.clock = clock;
    }

    /** Reads what {@link #accept} needs for all of these. */
    Uni<Void> prepare(List<NotificationDraft> drafts) {
        Set<UUID> ids = drafts.stream().map(NotificationDraft::accountId).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : accounts.prepare(ids).chain(() -> preferences.prepare(ids)).chain(() -> writer.prepare(drafts));
    }

    /** Notifies the account, or defers the notification until the account is known. */
    Uni<Void> accept(NotificationDraft draft) {
        return accounts.find(draft.accountId())
                .chain(found -> found.isPresent() ? issue(draft, found.get()) : acceptForUnknown(draft));
    }

    /** Notifies the agent of what was deferred. */
    @Override
    public Uni<Void> agentChanged(Recipient agent) {
        return deferred.remove(agent.accountId()).chain(drafts -> issueAll(drafts, agent));
    }

    @Override
    public Uni<Void> accountErased(UUID accountId) {
        return deferred.deleteOf(accountId).chain(() -> failedLogins.deleteOf(accountId));
    }

    /** Notifies all administrators of what concerns them all. */
    Uni<Void> alertAdministrators(SecurityEvent<?> event) {
        return accounts.administrators()
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(admin -> notify(EventPolicy.alert(event, admin.accountId()), admin))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> acceptForUnknown(NotificationDraft draft) {
        return accounts.findForArrival(draft.accountId())
                .chain(found -> found.isPresent() ? issue(draft, found.get()) : defer(draft));
    }

    private Uni<Void> defer(NotificationDraft draft) {
        return deferred.persist(DeferredNotificationRow.of(draft, clock.instant()))
                .replaceWithVoid();
    }

    private Uni<Void> issueAll(List<NotificationDraft> drafts, Recipient agent) {
        return Multi.createFrom()
                .iterable(drafts)
                .onItem()
                .transformToUniAndConcatenate(draft -> issue(draft, agent))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> issue(NotificationDraft draft, Recipient recipient) {
        return notify(draft, recipient).chain(() -> EventPolicy.alert(draft.kind())
                .map(alert -> alertAdministrators(draft, alert, recipient))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> notify(NotificationDraft draft, Recipient recipient) {
        return recipient.isNotified()
                ? preferences.choice(draft.accountId(), draft.kind()).chain(choice -> issue(draft, choice))
                : Uni.createFrom().voidItem();
    }

    /** All administrators but the agent themselves, who has a notification of their own. */
    private Uni<Void> alertAdministrators(NotificationDraft draft, NotificationKind kind, Recipient agent) {
        String about = agent.displayName() + " (" + agent.email() + ")";
        return accounts.administrators()
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .filter(admin -> !admin.accountId().equals(agent.accountId()))
                .onItem()
                .transformToUniAndConcatenate(admin -> notify(draft.alert(admin.accountId(), kind, about), admin))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> issue(NotificationDraft draft, Choice choice) {
        if (!choice.anywhere()) {
            return Uni.createFrom().voidItem();
        }
        return switch (draft.kind()) {
            case LOGIN_FAILED -> failedLogins.count(draft, choice);
            case LOGIN,
                    NEW_ADDRESS,
                    ADMIN_GRANTED,
                    PASSWORD_CHANGED,
                    SESSION_THEFT,
                    LOGIN_DENIED,
                    LOGIN_DENIED_ALERT,
                    SESSION_DISPLACED,
                    LOGIN_CAMPAIGN_ALERT,
                    CREDENTIAL_LOCKED,
                    PASSWORD_CHANGE_REQUIRED,
                    PASSWORD_EXPIRING -> writer.write(draft, choice).replaceWithVoid();
        };
    }
}
