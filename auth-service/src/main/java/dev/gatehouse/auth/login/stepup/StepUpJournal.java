package dev.gatehouse.auth.login.stepup;

import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.messaging.outbox.EventFactory;
import dev.gatehouse.chassis.messaging.outbox.Messages;
import dev.gatehouse.chassis.messaging.outbox.Outbox;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.contracts.event.StepUpFailed;
import dev.gatehouse.contracts.event.StepUpSucceeded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What is told of a step-up. */
@ApplicationScoped
class StepUpJournal {
    private static final String PASSWORD = "password";

    private final Outbox outbox;
    private final Messages messages;
    private final EventFactory events;

    StepUpJournal(Outbox outbox, Messages messages, EventFactory events) {
        this.outbox = outbox;
        this.messages = messages;
        this.events = events;
    }

    Uni<Void> succeeded(SqlConnection tx, Caller caller, Origin origin) {
        var event = origin.stamp(events.of(new StepUpSucceeded(PASSWORD))).about(caller.accountId());
        return outbox.add(tx, List.of(messages.event(event)));
    }

    Uni<Void> failed(SqlConnection tx, Caller caller, Origin origin) {
        var event = origin.stamp(events.of(new StepUpFailed(PASSWORD))).about(caller.accountId());
        return outbox.add(tx, List.of(messages.event(event.failed("wrong_password"))));
    }
}
