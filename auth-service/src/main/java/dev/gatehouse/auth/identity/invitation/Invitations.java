package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;

/** Invites the owner of a new account to choose a password. */
@ApplicationScoped
public class Invitations {
    private static final Duration LIFE = Duration.ofHours(24);

    private final PanacheInvitations store;
    private final InvitationSecrets secrets;
    private final InvitationMailing mailing;
    private final IdGenerator ids;
    private final InstantSource clock;

    Invitations(
            PanacheInvitations store,
            InvitationSecrets secrets,
            InvitationMailing mailing,
            IdGenerator ids,
            InstantSource clock) {
        this.store = store;
        this.secrets = secrets;
        this.mailing = mailing;
        this.ids = ids;
        this.clock = clock;
    }

    /** Owes the account its mail from the commit of the caller's transaction on. */
    public Uni<Void> invite(Account account) {
        InvitationRow row = new InvitationRow();
        row.id = ids.next();
        row.accountId = account.id();
        row.secretHash = InvitationSecrets.hash(secrets.of(row.id));
        row.createdAt = clock.instant();
        row.expiresAt = row.createdAt.plus(LIFE);
        row.nextAttemptAt = row.createdAt;
        return store.persistAndFlush(row).replaceWithVoid();
    }

    /** Sends what is due now rather than at the next poll; to be called after the commit. */
    public void wake() {
        mailing.wake();
    }
}
