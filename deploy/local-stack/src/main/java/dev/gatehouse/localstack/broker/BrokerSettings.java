package dev.gatehouse.localstack.broker;

import java.nio.file.Path;

/** Where the broker listens, and where it keeps its records and its log. */
public record BrokerSettings(int port, Path cache, Path folder, Path log) {

    /** What clients connect to. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }
}
