package dev.gatehouse.notification.intake;

import dev.gatehouse.chassis.mail.useragent.UserAgent;
import dev.gatehouse.chassis.mail.useragent.UserAgents;
import dev.gatehouse.notification.address.Addresses;
import dev.gatehouse.notification.address.ResolvedAddress;
import dev.gatehouse.notification.delivery.Deliveries;
import dev.gatehouse.notification.delivery.MailOrder;
import dev.gatehouse.notification.notice.NoticeDraft;
import dev.gatehouse.notification.notice.Notices;
import dev.gatehouse.notification.preference.Choice;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a notice and owes its mail, where they are wanted; joins the transaction that is going on. */
@ApplicationScoped
class Teller {
    private final Notices notices;
    private final Deliveries deliveries;
    private final Addresses addresses;
    private final HostnamePatience patience;
    private final InstantSource clock;

    Teller(Notices notices, Deliveries deliveries, Addresses addresses, IntakeConfig settings, InstantSource clock) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.addresses = addresses;
        this.patience = new HostnamePatience(settings.hostnameWait(), settings.hostnameFreshness());
        this.clock = clock;
    }

    /** Tells; the id of the notice. */
    Uni<UUID> tell(NoticeDraft draft, Choice choice) {
        return origin(draft).chain(origin -> write(draft.named(origin.hostname()), origin, choice));
    }

    private Uni<UUID> write(NoticeDraft draft, KnownOrigin origin, Choice choice) {
        Notices.Visibility visibility = choice.inApp() ? Notices.Visibility.LISTED : Notices.Visibility.HIDDEN;
        return program(draft)
                .chain(program -> notices.add(draft, program, visibility))
                .call(noticeId -> choice.email()
                        ? deliveries.owe(order(noticeId, draft, origin))
                        : Uni.createFrom().voidItem());
    }

    /**
     * Naming a program tries a thousand expressions: not on an event loop, but back to the one that the session is on.
     */
    private static Uni<UserAgent> program(NoticeDraft draft) {
        Context session = Objects.requireNonNull(Vertx.currentContext());
        return Uni.createFrom()
                .item(() -> UserAgents.describe(draft.userAgent()))
                .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                .emitOn(task -> session.runOnContext(ignored -> task.run()));
    }

    private MailOrder order(UUID noticeId, NoticeDraft draft, KnownOrigin origin) {
        Instant now = clock.instant();
        return origin.isSettled()
                ? new MailOrder(noticeId, draft.accountId(), draft.kind(), now, null)
                : new MailOrder(
                        noticeId, draft.accountId(), draft.kind(), patience.dueAt(draft.occurredAt(), now), draft.ip());
    }

    private Uni<KnownOrigin> origin(NoticeDraft draft) {
        String ip = draft.ip();
        return ip == null || draft.hostname() != null
                ? Uni.createFrom().item(KnownOrigin.settled(draft))
                : addresses.find(ip).map(this::known);
    }

    private KnownOrigin known(Optional<ResolvedAddress> address) {
        return address.filter(found -> patience.isKnown(found, clock.instant()))
                .map(KnownOrigin::settled)
                .orElse(KnownOrigin.OPEN);
    }

    /**
     * What is known of where an event came from.
     *
     * @param isSettled whether waiting can bring nothing more
     */
    private record KnownOrigin(@Nullable String hostname, boolean isSettled) {
        private static final KnownOrigin OPEN = new KnownOrigin(null, false);

        private static KnownOrigin settled(NoticeDraft draft) {
            return new KnownOrigin(draft.hostname(), true);
        }

        private static KnownOrigin settled(ResolvedAddress address) {
            return new KnownOrigin(address.hostname(), true);
        }
    }
}
