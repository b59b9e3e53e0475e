package dev.gatehouse.testbed.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where regular expressions may stand: in constants, which a test of each module runs on hostile text. */
final class PatternRules {
    private static final Set<String> HIDDEN = Set.of("matches", "replaceAll", "replaceFirst");

    private PatternRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule(18, "patterns are constants", constants()), new Rule(18, "no pattern is hidden", hidden()));
    }

    private static ArchRule constants() {
        return noClasses()
                .should()
                .callMethodWhere(calls(
                        "Pattern.compile outside of a constant",
                        call -> call.getTarget().getOwner().isEquivalentTo(Pattern.class)
                                && call.getName().equals("compile")
                                && !call.getOrigin().getName().equals("<clinit>")));
    }

    private static ArchRule hidden() {
        return noClasses()
                .should()
                .callMethodWhere(calls(
                        "a method of String that compiles",
                        call -> call.getTarget().getOwner().isEquivalentTo(String.class)
                                && HIDDEN.contains(call.getName())));
    }

    private static DescribedPredicate<JavaMethodCall> calls(String what, Predicate<JavaMethodCall> which) {
        return DescribedPredicate.describe(what, which);
    }
}
