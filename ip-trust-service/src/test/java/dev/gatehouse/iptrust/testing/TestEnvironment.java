package dev.gatehouse.iptrust.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The environment of the service under test: a DNS server, and a trusted proxy on this machine. */
public final class TestEnvironment implements QuarkusTestResourceLifecycleManager {
    private @Nullable NameServer names;

    @Override
    public Map<String, String> start() {
        NameServer server = new NameServer()
                .host("host-7.example.net", "203.0.113.7")
                .host("agent.v6.example.net", "2001:db8:7::7")
                .pointer("198.51.100.66", "admin.ourcompany.example")
                .address("admin.ourcompany.example", "192.0.2.1")
                .pointer("198.51.100.13", "<script>alert(1)</script>.example")
                .pointer("198.51.100.2", NameServer.FAILURE)
                .pointer("198.51.100.30", NameServer.SILENCE);
        names = server;
        return Map.of(
                "gatehouse.ip-trust.dns.servers", server.endpoint(),
                "gatehouse.trusted-proxies", "127.0.0.1",
                "gatehouse.helpdesk-name", "Acme Helpdesk");
    }

    @Override
    public void stop() {
        if (names != null) {
            names.close();
        }
    }
}
