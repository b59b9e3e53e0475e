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

/** Which module, area and package may depend on which. */
final class DependencyRules {
    private static final List<String> ANNOTATIONS =
            List.of("org.jspecify.annotations.NullMarked", "com.google.errorprone.annotations.CheckReturnValue");

    private DependencyRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                        Modules.all().map(DependencyRules::acyclicPackages),
                        Stream.of(acyclicAreas()),
                        Modules.SERVICES.stream().map(DependencyRules::alone),
                        Stream.of(chassisServesAll(), contractsStandAlone(), packagesSpeak()))
                .flatMap(rules -> rules);
    }

    private static Rule acyclicPackages(String module) {
        return new Rule(
                1,
                "packages of " + module + " are free of cycles",
                slices().matching(module + ".(**)").should().beFreeOfCycles());
    }

    /** auth-service is divided into areas; the packages of one may use each other, the areas may not go in circles. */
    private static Rule acyclicAreas() {
        return new Rule(
                1,
                "areas of auth-service are free of cycles",
                slices().matching("dev.gatehouse.auth.(*)..").should().beFreeOfCycles());
    }

    private static Rule alone(String service) {
        String[] others = Modules.SERVICES.stream()
                .filter(other -> !other.equals(service))
                .map(Modules::within)
                .toArray(String[]::new);
        return new Rule(
                2,
                service + " depends on no other service",
                noClasses()
                        .that()
                        .resideInAPackage(Modules.within(service))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others));
    }

    private static Rule chassisServesAll() {
        return new Rule(
                2,
                "the chassis depends on no service",
                noClasses()
                        .that()
                        .resideInAPackage(Modules.within(Modules.CHASSIS))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(Modules.services()));
    }

    /** CheckReturnValue stands in every package-info and is gone from what other modules need to run. */
    private static Rule contractsStandAlone() {
        return new Rule(
                2,
                "contracts depend on the JDK and JSpecify only",
                noClasses()
                        .that()
                        .resideInAPackage(Modules.within(Modules.CONTRACTS))
                        .should()
                        .dependOnClassesThat(resideOutsideOfPackages(
                                "java..",
                                "org.jspecify.annotations..",
                                "com.google.errorprone.annotations..",
                                Modules.within(Modules.CONTRACTS))));
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
