package dev.gatehouse.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.chassis.testkit.Eventually;
import dev.gatehouse.testbed.suite.Agent;
import dev.gatehouse.testbed.suite.Answer;
import dev.gatehouse.testbed.suite.RunningSuite;
import dev.gatehouse.testbed.suite.Session;
import dev.gatehouse.testbed.suite.Suite;
import dev.gatehouse.testbed.suite.Visitor;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * L13 and A25: whoever reaches for what belongs to another account gets the answer for an unknown object, and that is
 * an event; at every endpoint that finds an object by its id and its owner.
 */
@ExtendWith(RunningSuite.class)
class ForeignObjectIT {
    private static final Map<String, BiFunction<Visitor, String, Answer>> REACHES = Map.of(
            "delete /agent/api/v1/sessions/{id}",
            (visitor, id) -> visitor.delete("/agent/api/v1/sessions/" + id),
            "delete /agent/api/v1/ip-trust/trusted-addresses/{id}",
            (visitor, id) -> visitor.delete("/agent/api/v1/ip-trust/trusted-addresses/" + id),
            "post /agent/api/v1/notifications/{id}/read",
            (visitor, id) -> visitor.postNothing("/agent/api/v1/notifications/" + id + "/read"));

    /** The same resource class at the other audience. */
    private static final Set<String> TWINS = Set.of("delete /api/v1/sessions/{id}");

    private final Suite suite;

    ForeignObjectIT(Suite suite) {
        this.suite = suite;
        suite.requireIpTrust();
    }

    @Test
    void l13KnowsEveryEndpointOfAnOwner() {
        Set<String> known = new TreeSet<>(REACHES.keySet());
        known.addAll(TWINS);

        assertEquals(
                known,
                Contract.of(suite).operations().stream()
                        .filter(operation -> operation.ofApi() && operation.needsToken())
                        .filter(operation -> !operation.path().startsWith("/admin/"))
                        .filter(operation -> operation.path().contains("{"))
                        .map(operation -> operation.method() + " " + operation.path())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void l13ReachingForAForeignObjectIsAnEvent() {
        // Given
        Agent owner = suite.newAgent();
        Session session = suite.newSession(owner, suite.freshAddress());
        Visitor other = suite.newSession(suite.newAgent(), suite.freshAddress()).visitor();
        Map<String, String> objects = Map.of(
                "delete /agent/api/v1/sessions/{id}", session.id(),
                "delete /agent/api/v1/ip-trust/trusted-addresses/{id}",
                        first(session.visitor(), "/agent/api/v1/ip-trust/trusted-addresses"),
                "post /agent/api/v1/notifications/{id}/read", first(session.visitor(), "/agent/api/v1/notifications"));

        // When
        REACHES.forEach((route, reach) -> {
            Answer foreign = reach.apply(other, objects.get(route));
            Answer unknown = reach.apply(other, UUID.randomUUID().toString());
            assertEquals(404, foreign.status(), route);
            assertEquals(unknown.withoutTrace(), foreign.withoutTrace(), route);
        });

        // Then
        Eventually.holds(
                "each is an event about the owner", () -> suite.auditLog().about(owner.id(), "access.refused").stream()
                        .map(event -> event.at("/data/id").asText())
                        .collect(Collectors.toSet())
                        .equals(Set.copyOf(objects.values())));
    }

    private static String first(Visitor owner, String list) {
        Eventually.holds("there is one in " + list, () -> !items(owner, list).isEmpty());
        return items(owner, list).get(0).get("id").asText();
    }

    private static JsonNode items(Visitor owner, String list) {
        return owner.get(list).expect(200).json().get("items");
    }
}
