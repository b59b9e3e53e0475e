package dev.gatehouse.auth.login.campaign;

import dev.gatehouse.auth.login.campaign.CampaignPolicy.Failures;
import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.contracts.event.LoginCampaignDetected;
import dev.gatehouse.contracts.event.LoginCampaignEnded;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.Audience;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Finds login campaigns, and says whether there is one. */
@ApplicationScoped
public class LoginCampaigns {
    private final SqlCampaigns campaigns;
    private final CampaignConfig config;
    private final Transactions transactions;
    private final Events events;
    private final MeterRegistry meters;
    private final InstantSource clock;

    LoginCampaigns(
            SqlCampaigns campaigns,
            CampaignConfig config,
            Transactions transactions,
            Events events,
            MeterRegistry meters,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.config = config;
        this.transactions = transactions;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /** Since when there is a campaign against accounts of this kind; empty when there is none. */
    public Uni<Optional<Instant>> since(AccountKind kind) {
        return campaigns.current(kind);
    }

    /**
     * Counts what failed lately; begins or ends a campaign by it. Of replicas that call it at the same time, one does
     * so.
     */
    public Uni<Void> look(AccountKind kind) {
        Instant now = clock.instant();
        return transactions.runSql(tx -> campaigns
                .claim(tx, kind, now, now.minus(config.checkEvery().dividedBy(2)))
                .chain(claimed ->
                        claimed ? decide(tx, kind, now) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> decide(SqlConnection tx, AccountKind kind, Instant now) {
        return campaigns.since(tx, kind).chain(since -> campaigns
                .failures(tx, kind, now.minus(config.window()))
                .chain(failures -> switch (CampaignPolicy.decide(failures, threshold(kind), since.isPresent())) {
                    case BEGIN -> begin(tx, kind, failures, now);
                    case END -> end(tx, kind, since.orElseThrow());
                    case KEEP -> Uni.createFrom().voidItem();
                }));
    }

    private Uni<Void> begin(SqlConnection tx, AccountKind kind, Failures failures, Instant now) {
        LoginCampaignDetected detected = new LoginCampaignDetected(
                audience(kind),
                failures.accounts(),
                failures.networks(),
                config.window().toSeconds());
        return campaigns
                .store(tx, kind, now)
                .chain(() ->
                        events.publish(tx, events.event(detected, Origin.SYSTEM).failed("many_networks")))
                .invoke(() -> count(kind));
    }

    private Uni<Void> end(SqlConnection tx, AccountKind kind, Instant since) {
        return campaigns
                .store(tx, kind, null)
                .chain(() ->
                        events.publish(tx, events.event(new LoginCampaignEnded(audience(kind), since), Origin.SYSTEM)));
    }

    private void count(AccountKind kind) {
        Counter.builder("gatehouse.login.campaigns")
                .description("Campaigns of failed logins from many networks that this replica detected")
                .tag("audience", audience(kind).toString())
                .register(meters)
                .increment();
    }

    private int threshold(AccountKind kind) {
        return switch (kind) {
            case AGENT -> config.agents();
            case USER -> config.users();
        };
    }

    private static Audience audience(AccountKind kind) {
        return switch (kind) {
            case AGENT -> Audience.AGENT;
            case USER -> Audience.USER;
        };
    }
}
