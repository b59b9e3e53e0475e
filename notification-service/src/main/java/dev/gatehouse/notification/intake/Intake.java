package dev.gatehouse.notification.intake;

import dev.gatehouse.notification.account.AccountWatcher;
import dev.gatehouse.notification.account.Accounts;
import dev.gatehouse.notification.account.Recipient;
import dev.gatehouse.notification.notice.NoticeDraft;
import dev.gatehouse.notification.preference.Choice;
import dev.gatehouse.notification.preference.Preferences;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Decides who is told, and where; every method joins the transaction that is going on. */
@ApplicationScoped
class Intake implements AccountWatcher {
    private final Accounts accounts;
    private final Preferences preferences;
    private final PanacheParked parked;
    private final FailedLogins failedLogins;
    private final Teller teller;
    private final InstantSource clock;

    Intake(
            Accounts accounts,
            Preferences preferences,
            PanacheParked parked,
            FailedLogins failedLogins,
            Teller teller,
            InstantSource clock) {
        this.accounts = accounts;
        this.preferences = preferences;
        this.parked = parked;
        this.failedLogins = failedLogins;
        this.teller = teller;
        this.clock = clock;
    }

    /** Tells it, or parks it until the account is known. */
    Uni<Void> take(NoticeDraft draft) {
        return accounts.find(draft.accountId())
                .chain(found -> found.isPresent() ? tell(draft, found.get()) : takeForUnknown(draft));
    }

    /** What was parked for the agent is told now. */
    @Override
    public Uni<Void> known(Recipient agent) {
        return parked.take(agent.accountId()).chain(drafts -> tellAll(drafts, agent));
    }

    @Override
    public Uni<Void> erased(UUID accountId) {
        return parked.forget(accountId).chain(() -> failedLogins.forget(accountId));
    }

    private Uni<Void> takeForUnknown(NoticeDraft draft) {
        return accounts.findForArrival(draft.accountId())
                .chain(found -> found.isPresent() ? tell(draft, found.get()) : park(draft));
    }

    private Uni<Void> park(NoticeDraft draft) {
        return parked.persist(ParkedRow.of(draft, clock.instant())).replaceWithVoid();
    }

    private Uni<Void> tellAll(List<NoticeDraft> drafts, Recipient agent) {
        return Multi.createFrom()
                .iterable(drafts)
                .onItem()
                .transformToUniAndConcatenate(draft -> tell(draft, agent))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> tell(NoticeDraft draft, Recipient recipient) {
        return recipient.isNotified()
                ? preferences.choice(draft.accountId(), draft.kind()).chain(choice -> tell(draft, choice))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> tell(NoticeDraft draft, Choice choice) {
        if (!choice.toldAnywhere()) {
            return Uni.createFrom().voidItem();
        }
        return switch (draft.kind()) {
            case LOGIN_FAILED -> failedLogins.count(draft, choice);
            case LOGIN, NEW_ADDRESS, ADMIN_GRANTED, PASSWORD_CHANGED, SESSION_THEFT ->
                teller.tell(draft, choice).replaceWithVoid();
        };
    }
}
