package dev.gatehouse.iptrust.dns;

import dev.gatehouse.chassis.runtime.log.Log;
import dev.gatehouse.chassis.runtime.suite.RefusedSetting;
import dev.gatehouse.chassis.security.clientaddress.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The DNS servers, from the configuration or from the machine. */
final class NameServers {
    private static final Log LOG = Log.of(NameServers.class);
    private static final int DNS_PORT = 53;
    private static final String NO_SERVERS = "none";
    private static final Path MACHINE = Path.of("/etc/resolv.conf");
    private static final Pattern NAMESERVER = Pattern.compile("\\s*nameserver\\s+([0-9A-Fa-f:.]+)(?:%\\S*)?\\s*");
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9A-Fa-f:.]+)](?::(\\d{1,5}))?");
    private static final Pattern IPV4 = Pattern.compile("([0-9.]+)(?::(\\d{1,5}))?");

    private NameServers() {}

    static List<Server> of(Optional<List<String>> configured) {
        return configured.map(NameServers::parse).orElseGet(NameServers::ofMachine);
    }

    static List<Server> parse(List<String> texts) {
        return texts.equals(List.of(NO_SERVERS))
                ? List.of()
                : texts.stream().map(String::strip).map(NameServers::parse).toList();
    }

    static List<Server> ofResolvConf(Stream<String> lines) {
        return lines.map(NAMESERVER::matcher)
                .filter(Matcher::matches)
                .flatMap(line -> IpAddress.parse(line.group(1)).stream())
                .map(address -> new Server(address.canonical(), DNS_PORT))
                .toList();
    }

    private static List<Server> ofMachine() {
        try (Stream<String> lines = Files.lines(MACHINE)) {
            return ofResolvConf(lines);
        } catch (IOException e) {
            LOG.with("reason", e.getMessage()).warn("No DNS servers are configured, so hostnames stay unknown");
            return List.of();
        }
    }

    private static Server parse(String text) {
        return Stream.of(BRACKETED, IPV4)
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(parts -> server(text, parts.group(1), parts.group(2)))
                .orElseGet(() -> server(text, text, null));
    }

    private static Server server(String text, String address, @Nullable String port) {
        return IpAddress.parse(address)
                .map(parsed -> new Server(parsed.canonical(), port == null ? DNS_PORT : Integer.parseInt(port)))
                .orElseThrow(() -> new RefusedSetting(
                        "gatehouse.ip-trust.dns.servers: not an address with an optional port: " + text));
    }

    /** A DNS server. */
    record Server(String address, int port) {}
}
