package dev.gatehouse.chassis.database;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import java.util.ArrayList;
import java.util.List;

/** The actions that wait for the commit of the transaction on the current Vert.x context. */
final class AfterCommit {
    private static final String KEY = "gatehouse.after-commit";

    private AfterCommit() {}

    /** Forgets what an earlier transaction, or an attempt that failed, has left on this context. */
    static void reset() {
        if (VertxContext.isOnDuplicatedContext()) {
            ContextLocals.remove(KEY);
        }
    }

    static void add(Runnable action) {
        List<Runnable> actions = ContextLocals.<List<Runnable>>get(KEY).orElseGet(ArrayList::new);
        actions.add(action);
        ContextLocals.put(KEY, actions);
    }

    static void run() {
        if (VertxContext.isOnDuplicatedContext()) {
            List<Runnable> actions = ContextLocals.<List<Runnable>>get(KEY).orElse(List.of());
            ContextLocals.remove(KEY);
            actions.forEach(Runnable::run);
        }
    }
}
