package dev.gatehouse.chassis.security.caller;

import dev.gatehouse.chassis.http.problem.ProblemException;
import dev.gatehouse.chassis.http.problem.Problems;
import dev.gatehouse.chassis.runtime.suite.SuiteConfig;
import dev.gatehouse.contracts.identity.Audience;
import dev.gatehouse.contracts.problem.ProblemType;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every administrative change: it needs a person who proved themselves a short while ago, and a replica
 * that would know if their session had ended.
 *
 * <p>Fails closed: while the revocation feed is silent, changes are refused and reads go on.
 */
@ApplicationScoped
class AdminMutationGuard {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final CurrentIdentityAssociation identity;
    private final Revocations revocations;
    private final InstantSource clock;
    private final Duration stepUpWindow;

    AdminMutationGuard(
            CurrentIdentityAssociation identity, Revocations revocations, InstantSource clock, SuiteConfig suite) {
        this.identity = identity;
        this.revocations = revocations;
        this.clock = clock;
        this.stepUpWindow = suite.stepUpWindow();
    }

    /** Lets the request pass, or answers it. */
    @ServerRequestFilter
    public Uni<@Nullable Response> guard(ContainerRequestContext request) {
        if (!concerns(request)) {
            return Uni.createFrom().nullItem();
        }
        return identity.getDeferredIdentity().map(CurrentCaller::of).map(this::refusal);
    }

    static boolean concerns(ContainerRequestContext request) {
        return !READING.contains(request.getMethod())
                && Audience.ADMIN.contains(request.getUriInfo().getPath());
    }

    /** The answer to an administrative change by this caller at this moment; null when it may go on. */
    @Nullable
    Response refusal(Caller caller) {
        ProblemException problem = problem(caller);
        return problem == null ? null : Problems.of(problem);
    }

    /** Why an administrative change by this caller is refused at this moment; null when it may go on. */
    @Nullable
    ProblemException problem(Caller caller) {
        if (!revocations.healthy()) {
            return new ProblemException(
                            ProblemType.REVOCATION_FEED_SILENT,
                            "Administrative changes wait until ended sessions are heard of again.")
                    .retryAfter(COME_BACK);
        }
        if (caller.authenticatedAt().plus(stepUpWindow).isBefore(clock.instant())) {
            return new ProblemException(
                    ProblemType.STEP_UP_REQUIRED,
                    "Prove who you are again, then repeat the request with the new token.");
        }
        return null;
    }
}
