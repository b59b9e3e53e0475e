package dev.gatehouse.auth.login.password;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refused sign-in.
 *
 * @param accountId absent when no account has the address
 * @param typed the normalised address; used only when no account has it
 */
public record Refusal(RefusalReason why, @Nullable UUID accountId, String typed) {
    /** Of an account that is known. */
    public static Refusal of(RefusalReason why, UUID accountId) {
        return new Refusal(why, accountId, "");
    }

    /** Without what was typed. */
    @Override
    public String toString() {
        return "Refusal[why=" + why + ", accountId=" + accountId + "]";
    }
}
