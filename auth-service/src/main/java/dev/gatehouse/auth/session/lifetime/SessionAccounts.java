package dev.gatehouse.auth.session.lifetime;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The accounts, as far as sessions need to ask about them. */
public interface SessionAccounts {
    /** The account as it is now; joins the caller's {@code Transactions.run} or {@code Transactions.read}. */
    Uni<Optional<SessionAccount>> of(UUID accountId);

    /**
     * Notes a sign-in on the account in the caller's {@code Transactions.runSql}, by one statement that changes the row
     * only while the account is active ({@code UPDATE … SET last_login_at = ? WHERE id = ? AND status = 'ACTIVE'}), so
     * that no session is opened beside somebody who disables the account at the same moment.
     *
     * @return whether the account is active
     */
    Uni<Boolean> signedIn(SqlConnection transaction, UUID accountId, Instant at);

    /** The account was closed while a session of it was being opened; rolls the transaction back. */
    final class NotActive extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotActive() {
            super("The account is not active any more", null, false, false);
        }
    }
}
