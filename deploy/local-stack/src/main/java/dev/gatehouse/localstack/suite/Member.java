package dev.gatehouse.localstack.suite;

import dev.gatehouse.localstack.database.Schema;
import java.util.Arrays;
import java.util.Optional;

/** A service of the suite. */
public enum Member {
    /** Accounts, login, sessions, tokens. */
    AUTH("auth", Schema.AUTH),
    /** Trusted addresses and their verification. */
    IP_TRUST("ip-trust", Schema.IP_TRUST),
    /** Notifications by mail and in the app. */
    NOTIFICATION("notification", Schema.NOTIFICATION),
    /** The log. */
    AUDIT("audit", Schema.AUDIT);

    private final String shortName;
    private final Schema schema;

    Member(String shortName, Schema schema) {
        this.shortName = shortName;
        this.schema = schema;
    }

    /** The member of a short name ({@code auth}) or a full one ({@code auth-service}). */
    public static Optional<Member> named(String name) {
        return Arrays.stream(values())
                .filter(member -> name.equals(member.shortName) || name.equals(member.module()))
                .findFirst();
    }

    /** What people call it on the terminal; also the name of its log. */
    public String shortName() {
        return shortName;
    }

    /** Its module's folder. */
    public String module() {
        return shortName + "-service";
    }

    /** The schema it owns. */
    public Schema schema() {
        return schema;
    }
}
