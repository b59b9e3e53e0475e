package dev.gatehouse.testbed.house;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/** What an operator can set. */
final class SettingRules {
    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final Set<String> MEASURES = Set.of(
            "java.time.Duration",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.OptionalDouble",
            "int",
            "long",
            "double");
    private static final Set<String> LEAST = Set.of(
            "org.hibernate.validator.constraints.time.DurationMin",
            "jakarta.validation.constraints.Min",
            "jakarta.validation.constraints.DecimalMin");
    private static final Set<String> MOST = Set.of(
            "org.hibernate.validator.constraints.time.DurationMax",
            "jakarta.validation.constraints.Max",
            "jakarta.validation.constraints.DecimalMax");

    private SettingRules() {}

    static Stream<Rule> all() {
        return Stream.of(new Rule(20, "numbers and durations of settings have bounds", bounded()));
    }

    private static ArchRule bounded() {
        return noMethods()
                .should(be(DescribedPredicate.<JavaMethod>describe(
                        "a measure of a setting without a least and a most value",
                        method -> isSetting(method.getOwner())
                                && isMeasure(method)
                                && !(isBounded(method, LEAST) && isBounded(method, MOST)))));
    }

    /** Of a mapping, or of a group of settings in one. */
    private static boolean isSetting(JavaClass type) {
        return type.isAnnotatedWith(MAPPING)
                || type.getEnclosingClass().filter(SettingRules::isSetting).isPresent();
    }

    private static boolean isMeasure(JavaMethod method) {
        return method.getReturnType().getAllInvolvedRawTypes().stream()
                .map(JavaClass::getName)
                .anyMatch(MEASURES::contains);
    }

    /** The bounds of a method hold for those that override it. */
    private static boolean isBounded(JavaMethod method, Set<String> bounds) {
        return bounds.stream().anyMatch(method::isAnnotatedWith)
                || method.getOwner().getAllRawInterfaces().stream()
                        .flatMap(parent -> parent.tryGetMethod(method.getName()).stream())
                        .anyMatch(parent -> bounds.stream().anyMatch(parent::isAnnotatedWith));
    }
}
