package dev.gatehouse.auth.identity.invitation;

import dev.gatehouse.auth.identity.account.Account;
import dev.gatehouse.auth.identity.account.AccountErasureListener;
import dev.gatehouse.auth.identity.account.Accounts;
import dev.gatehouse.auth.identity.passwordform.LinkSecrets;
import dev.gatehouse.chassis.mail.queue.MailOrder;
import dev.gatehouse.chassis.mail.queue.MailQueue;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** Invites the owner of a new account to choose a password; an erased account loses its invitations and their mails. */
@ApplicationScoped
public class Invitations implements AccountErasureListener {
    private static final Duration LIFE = Duration.ofHours(24);

    private final PanacheInvitations store;
    private final Accounts accounts;
    private final LinkSecrets secrets;
    private final MailQueue mails;
    private final IdGenerator ids;
    private final InstantSource clock;

    Invitations(
            PanacheInvitations store,
            Accounts accounts,
            DerivedKeys keys,
            MailQueue mails,
            IdGenerator ids,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.secrets = new LinkSecrets(keys, InvitationMail.KIND);
        this.mails = mails;
        this.ids = ids;
        this.clock = clock;
    }

    /** Invites the owner of this account; the mail is sent after the commit of the caller's transaction. */
    public Uni<Void> invite(Account account) {
        InvitationRow row = new InvitationRow();
        row.id = ids.next();
        row.accountId = account.id();
        row.secretHash = LinkSecrets.hash(secrets.of(row.id));
        row.createdAt = clock.instant();
        row.expiresAt = row.createdAt.plus(LIFE);
        return store.persistAndFlush(row)
                .chain(() -> mails.schedule(MailOrder.of(InvitationMail.KIND, row.id, row.accountId, row.expiresAt)))
                .chain(() -> accounts.noteInvitationMail(row.accountId, Account.InvitationState.QUEUED));
    }

    @Override
    public Uni<Void> accountErased(UUID accountId, Origin origin) {
        return store.removeOf(accountId).chain(() -> mails.forget(accountId));
    }
}
