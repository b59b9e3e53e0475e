package dev.gatehouse.chassis.clientaddress;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.chassis.outbox.EventFactory;
import dev.gatehouse.chassis.outbox.Messages;
import dev.gatehouse.chassis.outbox.Outbox;
import dev.gatehouse.chassis.outbox.OutboxMessage;
import dev.gatehouse.chassis.outbox.Transactions;
import dev.gatehouse.contracts.event.Actor;
import dev.gatehouse.contracts.event.ClientAddressForged;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Records who sends forwarding headers without being a proxy: once per peer and minute in this replica, beside the
 * request and never in its way.
 */
@ApplicationScoped
class ForgedHeaders {
    private static final Logger LOG = Logger.getLogger(ForgedHeaders.class);
    private static final Duration ONCE_PER = Duration.ofMinutes(1);
    private static final int MOST_PEERS = 10_000;
    private static final int LONGEST_CLAIM = 200;

    private final Cache<IpAddress, Boolean> recorded = Caffeine.newBuilder()
            .maximumSize(MOST_PEERS)
            .expireAfterWrite(ONCE_PER)
            .build();
    private final EventFactory events;
    private final Messages messages;
    private final Outbox outbox;
    private final Transactions transactions;

    ForgedHeaders(EventFactory events, Messages messages, Outbox outbox, Transactions transactions) {
        this.events = events;
        this.messages = messages;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    void record(IpAddress peer, Resolution.Claim claim, @Nullable String userAgent) {
        if (recorded.asMap().putIfAbsent(peer, Boolean.TRUE) == null) {
            OutboxMessage message = message(peer, claim, userAgent);
            // On a thread without a session: the request may have one open, and one session is one lane.
            Uni.createFrom()
                    .deferred(() -> transactions.run(() -> outbox.add(message)))
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                    .subscribe()
                    .with(
                            done -> LOG.infof("Forged forwarding header: peer=%s header=%s", peer, claim.header()),
                            failure -> LOG.warnf("Forged header not recorded: cause=%s", failure.getClass()));
        }
    }

    private OutboxMessage message(IpAddress peer, Resolution.Claim claim, @Nullable String userAgent) {
        String claimed = UserAgentHeader.clean(claim.value(), LONGEST_CLAIM);
        return messages.event(events.of(new ClientAddressForged(claim.header(), claimed))
                .by(Actor.ANONYMOUS)
                .failed("untrusted_peer")
                .from(peer.canonical(), userAgent));
    }
}
