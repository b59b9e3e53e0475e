package dev.gatehouse.iptrust.mailing;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PanacheMails implements PanacheRepositoryBase<MailRow, UUID> {
    /** The mail that has waited longest, held until the end of the transaction. */
    Uni<@Nullable MailRow> firstDue(Instant now) {
        return find("state = ?1 and nextAttemptAt <= ?2 order by nextAttemptAt", MailState.WAITING, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<@Nullable MailRow> held(UUID id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
    }

    Uni<Long> deleteDoneBefore(Instant time) {
        return delete("doneAt < ?1", time);
    }
}
