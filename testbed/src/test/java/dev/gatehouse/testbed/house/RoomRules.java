package dev.gatehouse.testbed.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.Stream;

/** Who may know whom. */
final class RoomRules {
    private static final List<String> ANNOTATIONS =
            List.of("org.jspecify.annotations.NullMarked", "com.google.errorprone.annotations.CheckReturnValue");

    private RoomRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                        Houses.all().map(RoomRules::acyclic),
                        Houses.SERVICES.stream().map(RoomRules::alone),
                        Stream.of(chassisServesAll(), contractsStandAlone(), packagesSpeak()))
                .flatMap(rules -> rules);
    }

    private static Rule acyclic(String house) {
        return new Rule(
                1,
                "rooms of " + house + " are free of cycles",
                slices().matching(house + ".(*)..").should().beFreeOfCycles());
    }

    private static Rule alone(String house) {
        String[] others = Houses.SERVICES.stream()
                .filter(other -> !other.equals(house))
                .map(Houses::within)
                .toArray(String[]::new);
        return new Rule(
                2,
                house + " depends on no other house",
                noClasses()
                        .that()
                        .resideInAPackage(Houses.within(house))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others));
    }

    private static Rule chassisServesAll() {
        return new Rule(
                2,
                "the chassis depends on no house",
                noClasses()
                        .that()
                        .resideInAPackage(Houses.within(Houses.CHASSIS))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(Houses.services()));
    }

    /** CheckReturnValue stands in every package-info and is gone from what other modules need to run. */
    private static Rule contractsStandAlone() {
        return new Rule(
                2,
                "contracts depend on the JDK and JSpecify only",
                noClasses()
                        .that()
                        .resideInAPackage(Houses.within(Houses.CONTRACTS))
                        .should()
                        .dependOnClassesThat(resideOutsideOfPackages(
                                "java..",
                                "org.jspecify.annotations..",
                                "com.google.errorprone.annotations..",
                                Houses.within(Houses.CONTRACTS))));
    }

    private static Rule packagesSpeak() {
        return new Rule(
                9,
                "every package has a package-info with @NullMarked and @CheckReturnValue",
                classes().that(resideInAnyPackage("dev.gatehouse..")).should(bePackagedWithCare()));
    }

    private static ArchCondition<JavaClass> bePackagedWithCare() {
        return new ArchCondition<>("be in a package that is @NullMarked and @CheckReturnValue") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (String annotation : ANNOTATIONS) {
                    boolean there = item.getPackage().isAnnotatedWith(annotation);
                    events.add(new SimpleConditionEvent(
                            item,
                            there,
                            item.getPackageName() + " has no @" + annotation + " (" + item.getName() + ")"));
                }
            }
        };
    }
}
