package dev.gatehouse.localstack.broker;

import dev.gatehouse.localstack.folder.OwnerOnly;
import dev.gatehouse.localstack.process.Child;
import dev.gatehouse.localstack.process.ClassArchive;
import dev.gatehouse.localstack.process.Java;
import dev.gatehouse.localstack.process.Launch;
import dev.gatehouse.localstack.process.Ports;
import dev.gatehouse.localstack.process.StartFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Starts the broker over one data folder; what it holds outlives the broker. */
public final class Broker {
    /** Name of the part, and of its log. */
    public static final String PART = "broker";

    private final BrokerSettings settings;

    /** Starts nothing yet. */
    public Broker(BrokerSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts the broker; returns when it takes clients and every topic is there with its settings.
     *
     * @param onLaunch learns of the process before it is ready
     */
    public Child start(Consumer<Child> onLaunch) throws IOException {
        OwnerOnly.folder(settings.folder());
        int controllerPort = Ports.free(1).getFirst();
        Child broker = Child.startTalking(launch(controllerPort));
        onLaunch.accept(broker);
        awaitReady(broker);
        return broker;
    }

    private void awaitReady(Child broker) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(broker.output(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(BrokerMain.READY)) {
                return;
            }
        }
        throw StartFailure.of(PART, "ended while starting", settings.log());
    }

    private Launch launch(int controllerPort) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Java.launcher());
        command.addAll(List.of("-Xmx384m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(ClassArchive.madeAtEnd(settings.cache(), PART, Java.build()));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Djava.util.logging.SimpleFormatter.format=%1$tF %1$tT %4$s %3$s %5$s%6$s%n");
        command.addAll(List.of("-cp", Java.classPath(), BrokerMain.class.getName()));
        command.addAll(List.of(
                settings.folder().toString(), Integer.toString(settings.port()), Integer.toString(controllerPort)));
        return new Launch(PART, command, Map.of(), settings.folder(), settings.log());
    }
}
