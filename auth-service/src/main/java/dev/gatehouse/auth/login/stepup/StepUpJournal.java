package dev.gatehouse.auth.login.stepup;

import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.caller.Caller;
import dev.gatehouse.contracts.event.StepUpFailed;
import dev.gatehouse.contracts.event.StepUpSucceeded;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** What is told of a step-up. */
@ApplicationScoped
class StepUpJournal {
    private static final String PASSWORD = "password";

    private final Events events;

    StepUpJournal(Events events) {
        this.events = events;
    }

    Uni<Void> succeeded(SqlConnection tx, Caller caller, Origin origin) {
        var event = events.event(new StepUpSucceeded(PASSWORD), origin).about(caller.accountId());
        return events.publish(tx, event);
    }

    Uni<Void> failed(SqlConnection tx, Caller caller, Origin origin) {
        var event = events.event(new StepUpFailed(PASSWORD), origin).about(caller.accountId());
        return events.publish(tx, event.failed("wrong_password"));
    }
}
