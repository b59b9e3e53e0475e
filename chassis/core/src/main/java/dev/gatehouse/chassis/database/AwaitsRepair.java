package dev.gatehouse.chassis.database;

import org.jspecify.annotations.Nullable;

/** The data in the database contradicts itself: nothing that is consumed may be passed over until somebody mends it. */
public final class AwaitsRepair extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For this contradiction. */
    public AwaitsRepair(String contradiction, @Nullable Throwable cause) {
        super(contradiction, cause);
    }
}
