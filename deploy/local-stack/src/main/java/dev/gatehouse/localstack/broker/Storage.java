package dev.gatehouse.localstack.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** Formats the broker's storage the first time and leaves it alone afterwards. */
final class Storage {
    private Storage() {}

    static void format(BrokerConfiguration configuration) throws Exception {
        if (Files.exists(configuration.records().resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerConfiguration.NODE)
                .setControllerListenerName(BrokerConfiguration.CONTROLLER_LISTENER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setDirectories(List.of(configuration.records().toString()))
                .setMetadataLogDirectory(configuration.records().toString())
                .run();
    }
}
