package dev.gatehouse.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a child: its command line, what it finds in its environment, where it runs and where its output goes.
 *
 * @param environment added to what this process has itself, replacing what has the same name
 */
public record Launch(String part, List<String> command, Map<String, String> environment, Path folder, Path log) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
