package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.contracts.problem.ProblemType;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what keyed create requests made; {@link #find} and {@link #note} join the caller's transaction or session.
 */
@ApplicationScoped
public class IdempotencyKeys {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Pattern FORMAT = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final PanacheIdempotencyKeys store;
    private final Transactions transactions;
    private final InstantSource clock;
    private final SecretKey key;

    IdempotencyKeys(PanacheIdempotencyKeys store, Transactions transactions, InstantSource clock, DerivedKeys keys) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.key = keys.key("idempotency");
    }

    /**
     * The claim of a request; empty without a key, 400 for one that is no key.
     *
     * @param operation what the request is for: a key is good for one operation
     * @param body the parts of the body that decide what is made, in a fixed order
     */
    public Optional<IdempotencyClaim> claim(
            @Nullable String header, UUID callerId, String operation, List<? extends @Nullable String> body) {
        if (header == null) {
            return Optional.empty();
        }
        if (!FORMAT.matcher(header).matches()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST, "An Idempotency-Key has 1 to 255 printing ASCII characters.");
        }
        return Optional.of(new IdempotencyClaim(callerId, digest(List.of(operation, header)), digest(body)));
    }

    /** Whether the claim was noted before. */
    public Uni<Repetition> find(Optional<IdempotencyClaim> claim) {
        return claim.isEmpty()
                ? Uni.createFrom().item(new Repetition.None())
                : store.byClaim(claim.get()).map(row -> repetition(row, claim.get()));
    }

    /** Notes what the request made; fails with a duplicate key when another one with the same key was quicker. */
    public Uni<Void> note(Optional<IdempotencyClaim> claim, UUID resourceId) {
        return claim.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.persistAndFlush(new IdempotencyRow(claim.get(), resourceId, clock.instant()))
                        .replaceWithVoid();
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return transactions.run(() -> store.forgetBefore(clock.instant().minus(KEPT)));
    }

    private static Repetition repetition(Optional<IdempotencyRow> row, IdempotencyClaim claim) {
        return row.map(found -> found.against(claim)).orElseGet(Repetition.None::new);
    }

    /** Each part with its length, so that no two lists of parts run into the same text. */
    private String digest(List<? extends @Nullable String> parts) {
        String message = parts.stream()
                .map(part -> part == null ? "-" : part.length() + ":" + part)
                .collect(Collectors.joining("\n"));
        return Macs.hex(Macs.hmacSha256(key, message));
    }
}
