package dev.gatehouse.auth.session.hostname;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** The table {@code hostname}. */
@ApplicationScoped
class PanacheHostnames implements PanacheRepositoryBase<HostnameRow, String> {
    Uni<List<HostnameRow>> named(Collection<String> ips) {
        return ips.isEmpty()
                ? Uni.createFrom().item(List.of())
                : find("ip in ?1 and hostname is not null", ips).list();
    }
}
