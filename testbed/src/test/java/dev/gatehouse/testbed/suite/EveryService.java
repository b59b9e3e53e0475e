package dev.gatehouse.testbed.suite;

import dev.gatehouse.chassis.testkit.Eventually;
import java.time.Duration;
import java.util.List;

/** One endpoint of each of the four services, to see whether they still know a token. */
public final class EveryService {
    /**
     * Far below the life of a token, and met on a crowded machine. One second is what TwoReplicasIT asks for, which
     * runs alone, and what the benchmark of reactions measures.
     */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final List<String> OF_AGENTS = List.of(
            "/agent/api/v1/sessions",
            "/agent/api/v1/ip-trust/trusted-addresses",
            "/agent/api/v1/notifications",
            "/admin/api/v1/audit/events");

    private static final List<String> OF_ADMINISTRATORS = List.of(
            "/admin/api/v1/admins",
            "/admin/api/v1/ip-trust/settings",
            "/admin/api/v1/notifications/defaults",
            "/admin/api/v1/audit/events");

    private EveryService() {}

    /** Whether all four know who asks; audit is for administrators, and refuses an agent by name. */
    public static boolean knows(Visitor agent) {
        return OF_AGENTS.stream().allMatch(path -> agent.get(path).status() == (path.startsWith("/admin") ? 403 : 200));
    }

    /** Whether all four let somebody administer. */
    public static boolean isAdministeredBy(Visitor somebody) {
        return OF_ADMINISTRATORS.stream().allMatch(path -> somebody.get(path).status() == 200);
    }

    /** Whether all four know somebody and let them administer nothing. */
    public static boolean keepsFromAdministration(Visitor somebody) {
        return OF_ADMINISTRATORS.stream().allMatch(path -> somebody.get(path).status() == 403);
    }

    /** Whether no service knows the token. */
    public static boolean refuses(Visitor somebody) {
        return OF_AGENTS.stream().allMatch(path -> somebody.get(path).status() == 401);
    }

    /** Waits until no service accepts the token, which may take ten seconds at most. */
    public static void soonRefuses(Visitor somebody) {
        Eventually.within(SOON, "all four services refuse the token", () -> refuses(somebody));
    }
}
