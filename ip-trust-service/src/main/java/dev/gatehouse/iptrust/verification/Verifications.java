package dev.gatehouse.iptrust.verification;

import dev.gatehouse.chassis.database.Transactions;
import dev.gatehouse.chassis.messaging.event.Events;
import dev.gatehouse.chassis.messaging.event.Origin;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import dev.gatehouse.chassis.security.secret.Secret;
import dev.gatehouse.contracts.event.AddressVerificationMailed;
import dev.gatehouse.iptrust.account.Account;
import dev.gatehouse.iptrust.settings.Confirmation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The audience to verifications: look at one by its link, answer it, mail it. */
@ApplicationScoped
public class Verifications {
    /** The kind of the mail that asks; its subject is the id of a verification. */
    public static final String MAIL_KIND = "verification";

    private final PanacheVerifications rows;
    private final VerificationTokens tokens;
    private final VerificationAnswering answering;
    private final Transactions transactions;
    private final Events events;
    private final InstantSource clock;

    Verifications(
            PanacheVerifications rows,
            VerificationTokens tokens,
            VerificationAnswering answering,
            Transactions transactions,
            Events events,
            InstantSource clock) {
        this.rows = rows;
        this.tokens = tokens;
        this.answering = answering;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** The verification that this link opens, while it is open; changes nothing, whoever looks. */
    public Uni<Optional<View>> look(String token, Origin reader) {
        return tokens.hash(token)
                .map(hash -> transactions.read(() -> rows.withToken(hash).chain(row -> view(row, reader))))
                .orElseGet(Verifications::nothing);
    }

    /** Answers the verification that this link opens; exactly one of any number of answers at once closes it. */
    public Uni<AnswerOutcome> answer(String token, Answer answer, Origin reader) {
        return tokens.hash(token)
                .map(hash -> transactions.run(
                        () -> rows.heldWithToken(hash).chain(row -> answering.answer(row, answer, reader))))
                .orElseGet(VerificationAnswering::closed);
    }

    /** What its mail needs, while it is open and its account is known. */
    public Uni<Optional<Request>> request(UUID verificationId) {
        return transactions.read(() -> rows.findById(verificationId).chain(this::request));
    }

    /** Whether it still waits for an answer. */
    public Uni<Boolean> open(UUID verificationId) {
        return transactions
                .read(() -> rows.findById(verificationId))
                .map(row -> row != null && row.openAt(clock.instant()));
    }

    /** Notes that its mail was sent; joins the transaction of the caller. */
    public Uni<Void> mailed(UUID verificationId) {
        return rows.held(verificationId).chain(this::mailed);
    }

    /** Notes that its mail could not be sent; joins the transaction of the caller. */
    public Uni<Void> notMailed(UUID verificationId, String reason) {
        return rows.findById(verificationId).chain(row -> notMailed(row, reason));
    }

    private Uni<Void> mailed(@Nullable VerificationRow row) {
        if (row == null) {
            return Uni.createFrom().voidItem();
        }
        row.mailed(clock.instant());
        return events.publish(events.event(new AddressVerificationMailed(row.reference()), Origin.SYSTEM)
                .about(row.accountId()));
    }

    private Uni<Void> notMailed(@Nullable VerificationRow row, String reason) {
        return row == null
                ? Uni.createFrom().voidItem()
                : events.publish(events.event(new AddressVerificationMailed(row.reference()), Origin.SYSTEM)
                        .about(row.accountId())
                        .failed(reason));
    }

    private Uni<Optional<Request>> request(@Nullable VerificationRow row) {
        return view(row, Origin.SYSTEM)
                .map(view -> view.flatMap(seen -> Optional.ofNullable(row).map(open -> request(open, seen))));
    }

    private Request request(VerificationRow row, View view) {
        return new Request(view, tokens.of(row.id()));
    }

    private Uni<Optional<View>> view(@Nullable VerificationRow row, Origin reader) {
        return row == null || !row.openAt(clock.instant()) ? nothing() : answering.view(row, reader);
    }

    private static <T> Uni<Optional<T>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    /** An open verification and the secret of its link. */
    public record Request(View view, Secret token) {}

    /** What the reader of the page answers. */
    public sealed interface Answer {
        /** It was them; with the number as they typed it, empty where none is asked for. */
        record Trust(String number) implements Answer {}

        /** It was not them. */
        record Deny() implements Answer {}
    }

    /**
     * An open verification as its reader may see it.
     *
     * @param address the one that the waiting sign-in comes from
     * @param hostname of that address, when it is confirmed
     * @param sameAddress whether the reader comes from there too
     */
    public record View(
            Account account,
            IpAddress address,
            Optional<String> hostname,
            @Nullable String userAgent,
            Instant requestedAt,
            Confirmation confirmation,
            boolean sameAddress) {}
}
