package dev.gatehouse.testbed.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which technology stays where. A nested class counts as the class that it stands in. */
final class TechnologyRules {
    private static final String[] PERSISTENCE = {
        "jakarta.persistence..",
        "org.hibernate",
        "org.hibernate.annotations..",
        "org.hibernate.query..",
        "org.hibernate.reactive..",
        "io.quarkus.hibernate..",
        "io.quarkus.panache..",
        "io.vertx.mutiny.sqlclient..",
        "io.vertx.mutiny.mysqlclient..",
        "io.vertx.sqlclient..",
        "io.vertx.mysqlclient.."
    };
    private static final String[] MESSAGING = {"org.apache.kafka.."};
    /** What a pure value may know: the JDK, the language of the suite, and values of the services themselves. */
    private static final String[] PURE = {
        "java..", "dev.gatehouse..", "org.jspecify.annotations..", "com.google.errorprone.annotations.."
    };
    /** How a value says what it looks like outside; annotations only. */
    private static final String[] SHAPES = {
        "com.fasterxml.jackson.annotation..", "org.eclipse.microprofile.openapi.annotations..", "jakarta.validation.."
    };
    /** The same for a value that a page shows: it lets a template be checked against the record when it is built. */
    private static final String TEMPLATE_SHAPE = "io.quarkus.qute.TemplateData";
    /** The handle of a transaction that is passed on to a store; whoever holds it says nothing to the database. */
    private static final String TRANSACTION = "io.vertx.mutiny.sqlclient.SqlConnection";

    /** Entry points that hold their own statements: a second class would only pass on. */
    private static final Set<String> STORES =
            Set.of("AuditLog", "Authority", "OpenSessions", "SessionAccounts", "Trusts");

    private static final String[] DANGEROUS = {"javax.script..", "javax.naming..", "java.rmi..", "org.graalvm.."};

    private static final Set<String> HIDDEN_PATTERNS = Set.of("matches", "replaceAll", "replaceFirst");

    private static final String PATH = "jakarta.ws.rs.Path";

    private TechnologyRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule(18, "patterns are constants", patternsAreConstants()),
                new Rule(18, "no pattern is hidden", noHiddenPattern()),
                new Rule(3, "only resources touch jakarta.ws.rs", http()),
                new Rule(3, "only Panache*, Sql* and @Entity classes touch persistence", persistence()),
                new Rule(3, "only Kafka* classes touch messaging", messaging()),
                new Rule(3, "policies and outcomes touch nothing but the JDK and our own values", pure()),
                new Rule(
                        3,
                        "records touch nothing but the JDK, our own values and the shape they have outside",
                        records()),
                new Rule(19, "nothing runs commands, scripts or serialised objects, or asks a directory", harmless()));
    }

    /** With these, text becomes action (ASVS 1.2.5, 1.3.2, 1.3.8, 1.5.2). */
    private static ArchRule harmless() {
        return noClasses()
                .that()
                .resideInAPackage("dev.gatehouse..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(DANGEROUS)
                        .or(named("java.lang.ProcessBuilder"))
                        .or(named("java.lang.Process"))
                        .or(named("java.io.ObjectInputStream")));
    }

    private static ArchRule http() {
        return noClasses()
                .that()
                .resideInAnyPackage(Modules.services())
                .and(not(outermost("a resource", TechnologyRules::isResource)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..");
    }

    private static ArchRule persistence() {
        return noClasses()
                .that()
                .resideInAnyPackage(Modules.services())
                .and(not(outermost("a class of persistence", TechnologyRules::isPersistence)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(PERSISTENCE).and(not(named(TRANSACTION))));
    }

    private static ArchRule messaging() {
        return noClasses()
                .that()
                .resideInAnyPackage(Modules.services())
                .and(not(outermost("a Kafka* class", TechnologyRules::isMessaging)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(MESSAGING));
    }

    private static ArchRule pure() {
        return noClasses()
                .that()
                .resideInAnyPackage(Modules.services())
                .and(outermost("a policy or an outcome", TechnologyRules::isDecision))
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(PURE));
    }

    private static ArchRule records() {
        return classes()
                .that()
                .resideInAnyPackage(Modules.services())
                .and()
                .areRecords()
                .and(not(outermost("a Kafka* class", TechnologyRules::isMessaging)))
                .and(not(outermost(
                        "a class of persistence, such as the key of an entity", TechnologyRules::isPersistence)))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(PURE).or(resideInAnyPackage(SHAPES)).or(named(TEMPLATE_SHAPE)));
    }

    /** One endpoint of two audiences is one resource with a nested @Path class for each. */
    private static boolean isResource(JavaClass top) {
        return top.isAnnotatedWith(PATH) || top.getSimpleName().endsWith("Resource");
    }

    private static boolean isPersistence(JavaClass top) {
        return top.getSimpleName().startsWith("Panache")
                || top.getSimpleName().startsWith("Sql")
                || STORES.contains(top.getSimpleName())
                || top.isAnnotatedWith("jakarta.persistence.Entity")
                || top.isAnnotatedWith("jakarta.persistence.Converter");
    }

    private static boolean isMessaging(JavaClass top) {
        return top.getSimpleName().startsWith("Kafka");
    }

    private static boolean isDecision(JavaClass top) {
        return top.getSimpleName().endsWith("Policy") || top.getSimpleName().endsWith("Outcome");
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, item -> item.getName().equals(name));
    }

    private static <T> DescribedPredicate<T> not(DescribedPredicate<? super T> predicate) {
        return DescribedPredicate.not(predicate);
    }

    static DescribedPredicate<JavaClass> outermost(String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, item -> predicate.test(top(item)));
    }

    private static JavaClass top(JavaClass item) {
        return item.getEnclosingClass().map(TechnologyRules::top).orElse(item);
    }

    /** A test of each module runs the constants on hostile text. */
    private static ArchRule patternsAreConstants() {
        return noClasses()
                .should()
                .callMethodWhere(calls(
                        "Pattern.compile outside of a constant",
                        call -> call.getTarget().getOwner().isEquivalentTo(Pattern.class)
                                && call.getName().equals("compile")
                                && !call.getOrigin().getName().equals("<clinit>")));
    }

    private static ArchRule noHiddenPattern() {
        return noClasses()
                .should()
                .callMethodWhere(calls(
                        "a method of String that compiles",
                        call -> call.getTarget().getOwner().isEquivalentTo(String.class)
                                && HIDDEN_PATTERNS.contains(call.getName())));
    }

    private static DescribedPredicate<JavaMethodCall> calls(String what, Predicate<JavaMethodCall> which) {
        return DescribedPredicate.describe(what, which);
    }
}
