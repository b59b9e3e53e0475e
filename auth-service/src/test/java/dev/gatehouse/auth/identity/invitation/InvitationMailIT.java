package dev.gatehouse.auth.identity.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.gatehouse.auth.Admins;
import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.chassis.mail.queue.MailKind;
import dev.gatehouse.chassis.testkit.Mailbox;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** T09: every kind of mail of this service keeps to RFC 5322. */
@QuarkusTest
@AuthStack
class InvitationMailIT {
    @Inject
    @All
    List<MailKind> kinds;

    @Inject
    Admins admins;

    @Test
    void t09TheHeaderBlockOfEveryKindKeepsToTheStandard() {
        // Given
        assertEquals(
                Set.of("invitation", "password_reset", "password_reset_request"),
                kinds.stream().flatMap(kind -> kind.kinds().stream()).collect(Collectors.toSet()),
                "a new kind of mail needs its check here");
        String local = UUID.randomUUID().toString();

        // When
        admins.create(Map.of(
                        "email",
                        local + "@bücher.example",
                        "displayName",
                        "Zoë O'Neil, Dr.",
                        "kind",
                        "agent",
                        "locale",
                        "de"))
                .then()
                .statusCode(201);

        // Then
        Mailbox.Received mail = StackEnds.mailbox().awaitTo(local + "@xn--bcher-kva.example");
        assertEquals(List.of(), StackEnds.mailbox().source(mail).violations());
    }
}
