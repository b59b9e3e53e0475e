package dev.gatehouse.testbed.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How chains and transactions are written. */
final class ReactiveRules {
    private static final String TRANSACTIONS = "dev.gatehouse.chassis.database.Transactions";
    private static final String EVENTS = "dev.gatehouse.chassis.messaging.event.Events";
    private static final Map<String, Set<String>> AT_ONCE = Map.of(
            "io.smallrye.mutiny.Uni", Set.of("combine", "join"),
            "io.vertx.core.Future", Set.of("all", "any", "join"),
            "io.vertx.core.CompositeFuture", Set.of("all", "any", "join"));
    private static final String[] OUTBOX = {
        "dev.gatehouse.chassis.messaging.event..", "dev.gatehouse.chassis.messaging.relay.."
    };

    private ReactiveRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule(4, "nothing waits for a Uni", noAwait()),
                new Rule(4, "nothing is sent and forgotten outside the outbox", noSendAndForget()),
                new Rule(4, "services subscribe to nothing by themselves", noSubscribe()),
                new Rule(
                        4,
                        "a change or an event is not the client's to cancel, and its endpoint does not block",
                        changesGoOn()),
                new Rule(5, "transactions are opened by Transactions only", oneDoor()),
                new Rule(5, "resources and stores open no transaction", notAtTheEdges()),
                new Rule(5, "no annotation opens a transaction", noAnnotation()),
                new Rule(21, "in a transaction one statement waits for the other", oneByOne()),
                new Rule(22, "SQL goes past the session", noNativeQuery()));
    }

    private static ArchRule noAwait() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.smallrye\\.mutiny\\.groups\\.\\w*Await");
    }

    private static ArchRule noSendAndForget() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(OUTBOX)
                .should()
                .accessTargetWhere(
                        calls("sendAndForget", access -> access.getName().endsWith("AndForget")));
    }

    /** What runs beside the requests is the chassis' worker, which says when it failed. */
    private static ArchRule noSubscribe() {
        return noClasses()
                .that()
                .resideInAnyPackage(Modules.services())
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.smallrye\\.mutiny\\.groups\\.\\w*Subscribe");
    }

    /** A client that hangs up must not undo an event; and the filter after the body needs an endpoint that returns. */
    private static ArchRule changesGoOn() {
        return methods()
                .that(DescribedPredicate.describe("change or publish something", ReactiveRules::changes))
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(Modules.services())
                .should()
                .beAnnotatedWith(DescribedPredicate.describe("@Cancellable(false)", ReactiveRules::goesOn))
                .andShould()
                .haveRawReturnType("io.smallrye.mutiny.Uni");
    }

    private static boolean changes(JavaMethod method) {
        boolean writes = Stream.of("POST", "PUT", "PATCH", "DELETE")
                .anyMatch(verb -> method.isAnnotatedWith("jakarta.ws.rs." + verb));
        return writes ? !answersWhileItReads(method) : method.isAnnotatedWith("jakarta.ws.rs.GET") && publishes(method);
    }

    /** Follows the calls as they are written; what is behind an interface is not seen. */
    private static boolean publishes(JavaMethod endpoint) {
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(endpoint));
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (unit.getOwner().getName().equals(EVENTS) && unit.getName().startsWith("publish")) {
                return true;
            }
            if (seen.add(unit)) {
                unit.getAccessesFromSelf().stream()
                        .flatMap(access -> access.getTarget().resolveMember().stream())
                        .filter(JavaCodeUnit.class::isInstance)
                        .map(JavaCodeUnit.class::cast)
                        .forEach(open::push);
            }
        }
        return false;
    }

    /** Its parts judge the authority and go on to their end one by one, by {@code Transactions.runToTheEnd}. */
    private static boolean answersWhileItReads(JavaMethod method) {
        return method.getRawReturnType().getName().equals("io.smallrye.mutiny.Multi")
                && method.getOwner().getAccessesFromSelf().stream()
                        .anyMatch(access ->
                                access.getTargetOwner().getSimpleName().equals("StreamedPath"));
    }

    private static boolean goesOn(JavaAnnotation<?> annotation) {
        return annotation.getRawType().getName().equals("org.jboss.resteasy.reactive.server.Cancellable")
                && annotation.get("value").filter(Boolean.FALSE::equals).isPresent();
    }

    private static ArchRule oneDoor() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(TRANSACTIONS)
                .should()
                .accessTargetWhere(
                        calls("withTransaction", access -> access.getName().equals("withTransaction")));
    }

    private static ArchRule notAtTheEdges() {
        return noClasses()
                .that(TechnologyRules.outermost("a resource or a store", ReactiveRules::isEdge))
                .should()
                .accessTargetWhere(calls("Transactions.run", ReactiveRules::opensTransaction));
    }

    private static ArchRule noAnnotation() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "(.*\\.WithTransaction|.*\\.ReactiveTransactional|jakarta\\.transaction\\.Transactional)");
    }

    /** The victim of a deadlock has no transaction any more, and what was sent behind it may stay. */
    private static ArchRule oneByOne() {
        return noCodeUnits()
                .that(DescribedPredicate.describe("take part in a transaction", ReactiveRules::takesPart))
                .should(ArchConditions.be(DescribedPredicate.describe(
                        "sending several statements at once", (JavaCodeUnit unit) -> unit.getAccessesFromSelf().stream()
                                .anyMatch(ReactiveRules::sendsAtOnce))));
    }

    /** Hibernate looks through all loaded entities before it, and makes a plan of its own for each execution. */
    private static ArchRule noNativeQuery() {
        return noClasses().should().accessTargetWhere(calls("createNativeQuery", access -> access.getName()
                .equals("createNativeQuery")));
    }

    private static boolean takesPart(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().endsWith(".sqlclient.SqlConnection"))
                || unit.getAccessesFromSelf().stream().anyMatch(ReactiveRules::opensTransaction);
    }

    private static boolean sendsAtOnce(JavaAccess<?> access) {
        return AT_ONCE.getOrDefault(access.getTargetOwner().getName(), Set.of()).contains(access.getName())
                || access.getName().equals("executeBatch")
                || access.getName().endsWith("AndMerge");
    }

    private static boolean opensTransaction(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals(TRANSACTIONS)
                && (access.getName().equals("run") || access.getName().equals("runSql"));
    }

    private static boolean isEdge(JavaClass top) {
        return top.isAnnotatedWith("jakarta.ws.rs.Path")
                || top.getSimpleName().startsWith("Panache")
                || top.getSimpleName().startsWith("Sql")
                || top.isAnnotatedWith("jakarta.persistence.Entity");
    }

    private static DescribedPredicate<JavaAccess<?>> calls(String what, Predicate<JavaAccess<?>> predicate) {
        return DescribedPredicate.describe(what, predicate);
    }
}
