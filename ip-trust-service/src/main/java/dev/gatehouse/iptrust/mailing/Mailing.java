package dev.gatehouse.iptrust.mailing;

import dev.gatehouse.chassis.runtime.identifier.IdGenerator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** The audience to the queue of mails. */
@ApplicationScoped
public class Mailing {
    private final PanacheMails mails;
    private final IdGenerator ids;
    private final InstantSource clock;
    private final MailSender sender;

    Mailing(PanacheMails mails, IdGenerator ids, InstantSource clock, MailSender sender) {
        this.mails = mails;
        this.ids = ids;
        this.clock = clock;
        this.sender = sender;
    }

    /** Owes the mail from the commit of the caller's transaction on. */
    public Uni<Void> owe(MailOrder order) {
        return mails.persist(MailRow.owed(ids.next(), order, clock.instant())).replaceWithVoid();
    }

    /** Sends what is due now rather than at the next poll; to be called after the commit. */
    public void wake() {
        sender.wake();
    }
}
