package dev.gatehouse.localstack.launcher;

import dev.gatehouse.localstack.process.Ports;
import dev.gatehouse.localstack.suite.StackPort;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Settings that put every port of the stack on a free one, so that tests run beside a stack that is up. */
final class FreePorts {
    private FreePorts() {}

    static Map<String, String> asEnvironment() throws IOException {
        StackPort[] ports = StackPort.values();
        List<Integer> free = Ports.free(ports.length);
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < ports.length; i++) {
            environment.put(ports[i].setting(), Integer.toString(free.get(i)));
        }
        return environment;
    }
}
