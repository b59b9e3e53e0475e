package dev.gatehouse.notification.account;

import dev.gatehouse.chassis.mail.language.Languages;
import dev.gatehouse.contracts.identity.AccountKind;
import dev.gatehouse.contracts.identity.AccountStatus;
import dev.gatehouse.contracts.state.AccountState;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who is known, as far as it was published. Every method joins the session or transaction that is going on. */
@ApplicationScoped
public class Accounts {
    private final PanacheAccounts rows;
    private final List<AccountWatcher> watchers;

    Accounts(PanacheAccounts rows, @All List<AccountWatcher> watchers) {
        this.rows = rows;
        this.watchers = watchers;
    }

    /** The account, unless it was never heard of or is erased. */
    public Uni<Optional<Recipient>> find(UUID accountId) {
        return rows.present(accountId).map(row -> row.map(Accounts::recipient));
    }

    /**
     * The same, and until the end of the transaction an account that is not known stays so: whoever publishes it waits.
     * So what is written for its arrival is found by {@link AccountWatcher#known}.
     */
    public Uni<Optional<Recipient>> findForArrival(UUID accountId) {
        return rows.presentOrHeldOff(accountId).map(row -> row.map(Accounts::recipient));
    }

    Uni<Void> take(AccountState state) {
        if (state.status() == AccountStatus.ERASED) {
            return forget(state.id(), state.version());
        }
        return rows.held(state.id())
                .chain(row ->
                        row.take(state) ? tellKnown(row) : Uni.createFrom().voidItem());
    }

    Uni<Void> forget(UUID accountId, long version) {
        return rows.held(accountId)
                .chain(row -> row.forget(version)
                        ? tellErased(accountId)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tellKnown(AccountRow row) {
        Recipient known = recipient(row);
        return known.kind() == AccountKind.AGENT
                ? tell(watcher -> watcher.known(known))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> tellErased(UUID accountId) {
        return tell(watcher -> watcher.erased(accountId));
    }

    /* One after the other: they share the session. */
    private Uni<Void> tell(Function<AccountWatcher, Uni<Void>> news) {
        return Multi.createFrom()
                .iterable(watchers)
                .onItem()
                .transformToUniAndConcatenate(news::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Recipient recipient(AccountRow row) {
        return new Recipient(
                row.id,
                Objects.requireNonNull(row.kind),
                row.status,
                Objects.requireNonNull(row.email),
                Objects.requireNonNull(row.displayName),
                Languages.of(row.locale),
                zone(row.timeZone));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
