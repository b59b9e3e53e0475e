package dev.gatehouse.testbed.house;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is visible, and how things are put together. */
final class ShapeRules {
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Set<String> INJECTION = Set.of(
            "jakarta.inject.Inject",
            "org.eclipse.microprofile.config.inject.ConfigProperty",
            "org.eclipse.microprofile.rest.client.inject.RestClient",
            "jakarta.persistence.PersistenceContext");
    private static final int MOST_PARAMETERS = 5;
    private static final int MOST_CONSTRUCTOR_PARAMETERS = 8;

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

    /** Methods of interfaces of others, whose parameters are not ours to choose. */
    private static final Set<String> FOREIGN_SIGNATURES = Set.of("shouldSample");

    private ShapeRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule(6, "entities are package-private", privateEntities()),
                new Rule(6, "no entity is a parameter or a result of a public method", entitiesStayInside()),
                new Rule(7, "@Path classes are package-private", privateResources()),
                new Rule(7, "endpoint methods are public", publicEndpoints()),
                new Rule(11, "nothing is injected into a field", constructorInjection()),
                new Rule(12, "methods have at most 5 parameters, constructors 8", fewParameters()),
                new Rule(20, "numbers and durations of settings have bounds", bounded()));
    }

    private static ArchRule privateEntities() {
        return classes().that().areAnnotatedWith(ENTITY).should().bePackagePrivate();
    }

    private static ArchRule entitiesStayInside() {
        return noMethods()
                .that()
                .arePublic()
                .and(described("of a class that is public", method -> isVisible(method.getOwner())))
                .and(described("not made by the compiler", method -> !isSynthetic(method)))
                .and(described("not what a hidden record is made of", method -> !isComponentOfHidden(method)))
                .should(be(described("tell of an entity", ShapeRules::tellsOfEntity)));
    }

    private static ArchRule privateResources() {
        return classes().that().areAnnotatedWith(PATH).should().bePackagePrivate();
    }

    private static ArchRule publicEndpoints() {
        return methods()
                .that(described("endpoint methods", ShapeRules::isEndpoint))
                .should()
                .bePublic();
    }

    private static ArchRule constructorInjection() {
        return noFields().should(be(DescribedPredicate.<JavaField>describe("injected", field -> INJECTION.stream()
                .anyMatch(field::isAnnotatedWith))));
    }

    private static ArchRule fewParameters() {
        return noCodeUnits().should(be(DescribedPredicate.<JavaCodeUnit>describe("wide", ShapeRules::isWide)));
    }

    /** A public method of a hidden class, such as the implementation of an interface, leaves no package. */
    private static boolean isVisible(JavaClass item) {
        return item.getModifiers().contains(JavaModifier.PUBLIC)
                && item.getEnclosingClass().map(ShapeRules::isVisible).orElse(true);
    }

    private static boolean isEndpoint(JavaMethod method) {
        return METHODS.stream().map(name -> "jakarta.ws.rs." + name).anyMatch(method::isAnnotatedWith);
    }

    private static boolean tellsOfEntity(JavaMethod method) {
        return Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Set::stream)
                .anyMatch(type -> type.isAnnotatedWith(ENTITY));
    }

    /** The language makes the accessors of a record public, however hidden the record is. */
    private static boolean isComponentOfHidden(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return owner.isRecord()
                && !owner.getModifiers().contains(JavaModifier.PUBLIC)
                && method.getRawParameterTypes().isEmpty()
                && owner.tryGetField(method.getName()).isPresent();
    }

    /** A record names what it is made of; the compiler adds parameters to lambdas, enums and inner classes. */
    private static boolean isWide(JavaCodeUnit unit) {
        JavaClass owner = unit.getOwner();
        int most = unit instanceof JavaConstructor ? MOST_CONSTRUCTOR_PARAMETERS : MOST_PARAMETERS;
        return unit.getRawParameterTypes().size() > most
                && !isSynthetic(unit)
                && !FOREIGN_SIGNATURES.contains(unit.getName())
                && !(unit instanceof JavaConstructor && (owner.isRecord() || owner.isEnum() || owner.isInnerClass()));
    }

    private static boolean isSynthetic(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                || unit.getModifiers().contains(JavaModifier.BRIDGE);
    }

    private static DescribedPredicate<JavaMethod> described(String description, Predicate<JavaMethod> predicate) {
        return DescribedPredicate.describe(description, predicate);
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
                || type.getEnclosingClass().filter(ShapeRules::isSetting).isPresent();
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
