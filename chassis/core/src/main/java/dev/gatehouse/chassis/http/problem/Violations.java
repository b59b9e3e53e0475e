package dev.gatehouse.chassis.http.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers every broken rule of a request, so that the client hears of all of them at once. */
public final class Violations {
    private final List<Violation> broken = new ArrayList<>();

    /** Notes the violation unless the rule is kept. */
    public void require(boolean kept, String field, String code, String message) {
        if (!kept) {
            broken.add(new Violation(field, code, message));
        }
    }

    /** Notes a violation found elsewhere. */
    public void add(Violation violation) {
        broken.add(violation);
    }

    /** What was noted, in order. */
    public List<Violation> list() {
        return List.copyOf(broken);
    }

    /** Answers 422 with all that was noted; nothing was noted: nothing happens. */
    public void throwIfAny() {
        if (!broken.isEmpty()) {
            throw ProblemException.of(broken);
        }
    }
}
