package dev.gatehouse.auth.login.iptrust;

import dev.gatehouse.auth.token.SessionClient.PlaceSetting;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;

/** Reads the prefix from the copy of the settings of IP trust. */
@ApplicationScoped
class SqlPlaceSetting implements PlaceSetting {
    private static final String PREFIX = "SELECT ipv6_prefix FROM ip_trust_setting WHERE id = 1";

    private final Pool pool;

    SqlPlaceSetting(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Integer> ipv6Prefix() {
        return pool.preparedQuery(PREFIX).execute().map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map((Row row) -> row.getInteger("ipv6_prefix"))
                .findFirst()
                .orElse(DEFAULT_IPV6_PREFIX));
    }
}
