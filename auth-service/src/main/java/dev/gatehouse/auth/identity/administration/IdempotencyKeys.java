package dev.gatehouse.auth.identity.administration;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.Macs;
import dev.gatehouse.contracts.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Stores what requests with an Idempotency-Key created. {@link #find} and {@link #store} join the caller's transaction
 * or session.
 */
@ApplicationScoped
class IdempotencyKeys {
    private static final Pattern FORMAT = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final PanacheIdempotencyKeys rows;
    private final InstantSource clock;
    private final SecretKey key;

    IdempotencyKeys(PanacheIdempotencyKeys rows, InstantSource clock, DerivedKeys keys) {
        this.rows = rows;
        this.clock = clock;
        this.key = keys.key("idempotency");
    }

    /**
     * The claim of a request; empty without a key, 400 for a malformed key.
     *
     * @param operation a key is valid for one operation
     * @param body the values of the body that decide what is created, in a fixed order
     */
    Optional<Claim> claim(
            @Nullable String header, UUID callerId, String operation, List<? extends @Nullable String> body) {
        if (header == null) {
            return Optional.empty();
        }
        if (!FORMAT.matcher(header).matches()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST, "An Idempotency-Key has 1 to 255 printing ASCII characters.");
        }
        return Optional.of(new Claim(callerId, digest(List.of(operation, header)), digest(body)));
    }

    /** Whether the claim was stored before. */
    Uni<Repetition> find(Optional<Claim> claim) {
        return claim.isEmpty()
                ? Uni.createFrom().item(new Repetition.None())
                : rows.byClaim(claim.get()).map(row -> repetition(row, claim.get()));
    }

    /** Stores what the request created; fails with a duplicate key if another request with the key was faster. */
    Uni<Void> store(Optional<Claim> claim, UUID resourceId) {
        return claim.isEmpty()
                ? Uni.createFrom().voidItem()
                : rows.persistAndFlush(new IdempotencyRow(claim.get(), resourceId, clock.instant()))
                        .replaceWithVoid();
    }

    private static Repetition repetition(Optional<IdempotencyRow> row, Claim claim) {
        if (row.isEmpty()) {
            return new Repetition.None();
        }
        return row.get().hasBodyOf(claim) ? new Repetition.Same(row.get().resourceId) : new Repetition.KeyReused();
    }

    /** Each part has its length as prefix, so that different lists never give the same text. */
    private String digest(List<? extends @Nullable String> parts) {
        String message = parts.stream()
                .map(part -> part == null ? "-" : part.length() + ":" + part)
                .collect(Collectors.joining("\n"));
        return Macs.hex(Macs.hmacSha256(key, message));
    }

    /**
     * One request with its key, as digests in hexadecimal.
     *
     * @param callerId the scope of the key: two callers may use the same one
     */
    record Claim(UUID callerId, String keyDigest, String bodyDigest) {}

    /** Whether a request was received before. */
    sealed interface Repetition {
        /** It is the first one with its key, or has no key. */
        record None() implements Repetition {}

        /** It created this before. */
        record Same(UUID resourceId) implements Repetition {}

        /** Its key was used with another body. */
        record KeyReused() implements Repetition {}
    }
}
