package dev.gatehouse.testbed.house;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rule 17: no {@code default} over a sealed type of the contracts, so that a new event or state does not compile until
 * each consumer has decided about it.
 */
final class SealedSwitches extends TreePathScanner<@Nullable Void, CompilationUnitTree> {
    private final Set<String> sealed;
    private final List<String> open = new ArrayList<>();

    private SealedSwitches(Set<String> sealed) {
        this.sealed = sealed;
    }

    /**
     * The switches with a default among whose patterns is one of these types.
     *
     * @param sealed simple names of the types that sealed types of the contracts permit
     */
    static List<String> withDefault(Iterable<? extends CompilationUnitTree> units, Set<String> sealed) {
        SealedSwitches switches = new SealedSwitches(sealed);
        for (CompilationUnitTree unit : units) {
            switches.scan(unit, unit);
        }
        return switches.open;
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, CompilationUnitTree unit) {
        check(tree.getCases(), unit);
        return super.visitSwitch(tree, unit);
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, CompilationUnitTree unit) {
        check(tree.getCases(), unit);
        return super.visitSwitchExpression(tree, unit);
    }

    private void check(List<? extends CaseTree> cases, CompilationUnitTree unit) {
        boolean hasDefault = cases.stream()
                .flatMap(branch -> branch.getLabels().stream())
                .anyMatch(DefaultCaseLabelTree.class::isInstance);
        if (hasDefault) {
            cases.stream()
                    .flatMap(branch -> branch.getLabels().stream())
                    .filter(PatternCaseLabelTree.class::isInstance)
                    .map(label -> typeOf(((PatternCaseLabelTree) label).getPattern()))
                    .flatMap(Optional::stream)
                    .filter(sealed::contains)
                    .findFirst()
                    .ifPresent(type -> open.add(unit.getSourceFile().getName() + ": default beside " + type));
        }
    }

    private static Optional<String> typeOf(PatternTree pattern) {
        Tree type =
                switch (pattern) {
                    case BindingPatternTree binding -> binding.getVariable().getType();
                    case DeconstructionPatternTree record -> record.getDeconstructor();
                    default -> null;
                };
        return Optional.ofNullable(type).map(Tree::toString).map(name -> name.substring(name.lastIndexOf('.') + 1));
    }
}
