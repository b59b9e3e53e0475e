package dev.gatehouse.auth.token.signingkey;

import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.security.secret.Secret;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The keys of this replica, kept in memory and refreshed every minute.
 *
 * <p>A refresh reads the table, creates the next key when one is due, and drops keys that are not needed any more.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Log LOG = Log.of(SigningKeys.class);

    private final SqlSigningKeys table;
    private final KeyMaker maker;
    private final KeySchedule schedule;
    private final InstantSource clock;
    private volatile List<SigningKey> keys = List.of();

    SigningKeys(SqlSigningKeys table, KeyMaker maker, KeyConfig config, InstantSource clock) {
        this.table = table;
        this.maker = maker;
        this.schedule = KeySchedule.of(config);
        this.clock = clock;
    }

    /**
     * The signed JWT (ES256) with these claims.
     *
     * @param type its {@code typ}, which tells one use of the keys from another (RFC 8725, 3.11)
     */
    public Uni<Secret> sign(JwtClaimsBuilder claims, String type) {
        return current()
                .map(key -> claims.jws()
                        .algorithm(SignatureAlgorithm.ES256)
                        .header("typ", type)
                        .keyId(key.kid())
                        .sign(key.privateKey()))
                .map(Secret::of);
    }

    /** The key that signs now; from memory, except before the first refresh. */
    Uni<SigningKey> current() {
        Optional<SigningKey> known = signing();
        return known.isPresent()
                ? Uni.createFrom().item(known.get())
                : refresh().map(done -> signing().orElseThrow(SigningKeys::none));
    }

    /** The key with this name, from memory only. */
    Optional<SigningKey> find(String kid) {
        return keys.stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** The keys that sign now, will sign next, or signed until lately. */
    Uni<List<SigningKey>> published() {
        return keys.isEmpty() ? refresh().map(done -> keys) : Uni.createFrom().item(keys);
    }

    /** Refreshes memory and table. */
    Uni<Void> refresh() {
        return table.all()
                .call(this::makeDue)
                .chain(table::all)
                .call(this::dropOver)
                .invoke(this::keep)
                .replaceWithVoid();
    }

    private Uni<Void> makeDue(List<SigningKey> known) {
        Instant now = clock.instant();
        return schedule.due(turns(known), now)
                .map(maker::make)
                .map(key -> table.add(key, now)
                        .invoke(() -> LOG.with("kid", key.kid()).info("A signing key was created")))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> dropOver(List<SigningKey> known) {
        Uni<Void> dropped = Uni.createFrom().voidItem();
        for (SigningKey key : known) {
            if (isOver(key, known)) {
                dropped = dropped.chain(() -> table.delete(key));
            }
        }
        return dropped;
    }

    private void keep(List<SigningKey> known) {
        keys = known.stream().filter(key -> !isOver(key, known)).toList();
    }

    private boolean isOver(SigningKey key, List<SigningKey> known) {
        return schedule.over(turn(key), turns(known), clock.instant());
    }

    private Optional<SigningKey> signing() {
        List<SigningKey> known = keys;
        return schedule.signing(turns(known), clock.instant()).flatMap(turn -> known.stream()
                .filter(key -> key.generation() == turn.generation())
                .findFirst());
    }

    private static List<KeySchedule.Turn> turns(List<SigningKey> known) {
        return known.stream().map(SigningKeys::turn).toList();
    }

    private static KeySchedule.Turn turn(SigningKey key) {
        return new KeySchedule.Turn(key.generation(), key.signsFrom());
    }

    private static IllegalStateException none() {
        return new IllegalStateException("No signing key has begun to sign: is the clock of this machine right?");
    }
}
