package dev.gatehouse.chassis.accesstoken;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatehouse.chassis.clientaddress.ClientAddress;
import dev.gatehouse.chassis.outbox.EventFactory;
import dev.gatehouse.chassis.outbox.Messages;
import dev.gatehouse.chassis.outbox.Outbox;
import dev.gatehouse.chassis.outbox.OutboxMessage;
import dev.gatehouse.chassis.outbox.Transactions;
import dev.gatehouse.contracts.event.AccessTokenRefused;
import dev.gatehouse.contracts.event.Actor;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Records who sends access tokens that are not valid here: once per address and minute in this replica, beside the
 * request and never in its way. Of the token nothing is recorded but which check it failed.
 */
@ApplicationScoped
class RefusedTokens {
    private static final Logger LOG = Logger.getLogger(RefusedTokens.class);
    private static final Duration ONCE_PER = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;

    private final Cache<String, Boolean> recorded = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterWrite(ONCE_PER)
            .build();
    private final ClientAddress client;
    private final EventFactory events;
    private final Messages messages;
    private final Outbox outbox;
    private final Transactions transactions;
    private final String service;

    RefusedTokens(
            ClientAddress client,
            EventFactory events,
            Messages messages,
            Outbox outbox,
            Transactions transactions,
            @ConfigProperty(name = "gatehouse.audience") String service) {
        this.client = client;
        this.events = events;
        this.messages = messages;
        this.outbox = outbox;
        this.transactions = transactions;
        this.service = service;
    }

    void onFailure(@Observes AuthenticationFailureEvent refusal) {
        TokenRefusal.step(refusal.getAuthenticationFailure()).ifPresent(this::record);
    }

    private void record(String step) {
        String ip = client.address().canonical();
        if (recorded.asMap().putIfAbsent(ip, Boolean.TRUE) == null) {
            OutboxMessage message = messages.event(events.of(new AccessTokenRefused(service))
                    .by(Actor.ANONYMOUS)
                    .failed(step)
                    .from(ip, client.userAgent()));
            // On a thread without a session: the request may have one open, and one session is one lane.
            Uni.createFrom()
                    .deferred(() -> transactions.run(() -> outbox.add(message)))
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                    .subscribe()
                    .with(
                            done -> LOG.debugf("Refused access token recorded: ip=%s step=%s", ip, step),
                            failure -> LOG.warnf("Refused access token not recorded: cause=%s", failure.getClass()));
        }
    }
}
