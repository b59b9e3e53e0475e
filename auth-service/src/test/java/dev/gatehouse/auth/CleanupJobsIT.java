package dev.gatehouse.auth;

import dev.gatehouse.chassis.testkit.Database;
import dev.gatehouse.chassis.testkit.StackEnds;
import dev.gatehouse.chassis.testkit.cleanup.CleanupJobsOfModule;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Of the jobs of this module. */
@QuarkusTest
@AuthStack
class CleanupJobsIT extends CleanupJobsOfModule {
    private static final String AUTH = "dev.gatehouse.auth.";

    static List<Kept> jobs() {
        return List.of(
                kept("identity.adminright.AdminRightUseCleanupJob", "admin_right_use", "last_used_at", 90),
                kept("identity.administration.IdempotencyCleanupJob", "idempotency_key", "created_at", 1),
                kept("identity.invitation.InvitationCleanupJob", "invitation", "expires_at", 30),
                kept("identity.passwordreset.PasswordResetCleanupJob", "password_reset", "expires_at", 1),
                kept("login.challenge.ChallengeCleanupJob", "login_challenge", "expires_at", 1),
                kept("login.limit.LimitCleanupJob", "login_limit", "forget_at", 0),
                kept("session.hostname.HostnameCleanupJob", "hostname", "resolved_at", 7),
                kept("session.lifetime.SessionCleanupJob", "session", "ended_at", 30));
    }

    @Override
    protected List<Kept> all() {
        return jobs();
    }

    @Override
    protected Set<String> testedElsewhere() {
        return Set.of(AUTH + "login.iptrust.TrustedAddressCleanupJob");
    }

    @Override
    protected Database database() {
        return StackEnds.database(AuthStack.SCHEMA);
    }

    private static Kept kept(String job, String table, String column, int days) {
        return new Kept(AUTH + job, table, column, Duration.ofDays(days));
    }
}
