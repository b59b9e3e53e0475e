package dev.gatehouse.testbed.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How things are called, and what nothing may call. */
final class NameRules {
    private static final List<String> BANNED = List.of(
            "Manager",
            "Helper",
            "Util",
            "Utils",
            "Common",
            "Base",
            "Impl",
            "Abstract",
            "Processor",
            "Handler",
            "DTO",
            "Dto",
            "Info",
            "Data",
            "Service",
            // requests and responses are called so
            "Body",
            "Item",
            "View",
            "Answer");
    /** CloudEvents calls the part of an event that is particular to its type its data. */
    private static final Set<String> ALLOWED = Set.of("dev.gatehouse.contracts.event.EventData");

    private static final Map<String, Set<String>> CHANCE = Map.of(
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.OffsetDateTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"),
            "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "tickMillis"),
            "java.lang.System", Set.of("currentTimeMillis"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.security.SecureRandom", Set.of("<init>", "getInstanceStrong"),
            "java.lang.Math", Set.of("random"));
    /** Where the clock and the random generator of the system become beans. */
    private static final Set<String> WIRING = Set.of(
            "dev.gatehouse.chassis.runtime.identifier.IdentifierWiring",
            "dev.gatehouse.chassis.security.secret.SystemRandomSecrets");

    /** What they draw can be guessed: good enough to spread pauses and to choose samples, and for no secret. */
    private static final Set<String> GUESSABLE =
            Set.of("java.util.Random", "java.util.SplittableRandom", "java.util.concurrent.ThreadLocalRandom");

    private static final Set<String> SPREADING = Set.of(
            "dev.gatehouse.chassis.messaging.consumer.Retry$Backoff",
            "dev.gatehouse.chassis.messaging.relay.Relay",
            "dev.gatehouse.chassis.http.trace.RequestSampler");

    private NameRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule(8, "no class has a name that says nothing", saySomething()),
                new Rule(10, "time, ids and randomness are injected", noChance()),
                new Rule(15, "no store or Kafka adapter is public", hiddenTechnology()));
    }

    private static ArchRule saySomething() {
        return noClasses().should(ArchConditions.be(DescribedPredicate.describe("named emptily", NameRules::isEmpty)));
    }

    private static ArchRule noChance() {
        return noClasses()
                .that(DescribedPredicate.describe("not wiring", item -> !WIRING.contains(item.getName())))
                .should()
                .accessTargetWhere(
                        DescribedPredicate.describe("clock, id or chance of the system", NameRules::isChance));
    }

    private static ArchRule hiddenTechnology() {
        return noClasses()
                .that()
                .resideInAnyPackage(Modules.services())
                .and(DescribedPredicate.describe("named for a technology", NameRules::isTechnology))
                .should()
                .bePublic();
    }

    private static boolean isTechnology(JavaClass item) {
        return Stream.of("Sql", "Panache", "Kafka")
                .anyMatch(prefix -> item.getSimpleName().startsWith(prefix));
    }

    private static boolean isEmpty(JavaClass item) {
        return BANNED.stream().anyMatch(suffix -> item.getSimpleName().endsWith(suffix))
                && !ALLOWED.contains(item.getName());
    }

    private static boolean isChance(JavaAccess<?> access) {
        String target = access.getTargetOwner().getName();
        boolean guessable = GUESSABLE.contains(target)
                && !SPREADING.contains(access.getOriginOwner().getName());
        return guessable || CHANCE.getOrDefault(target, Set.of()).contains(access.getName());
    }
}
