package dev.gatehouse.localstack.suite;

import dev.gatehouse.localstack.folder.OwnerOnly;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The numbers that this run's ports have. */
public final class StackPorts {
    private static final String KEPT = "ports.properties";

    private final Map<StackPort, Integer> numbers;

    private StackPorts(Map<StackPort, Integer> numbers) {
        this.numbers = numbers;
    }

    /**
     * The usual numbers, except where the environment says otherwise.
     *
     * @throws IllegalArgumentException with a sentence for the person, when a setting is no port number
     */
    public static StackPorts from(Map<String, String> environment) {
        Map<StackPort, Integer> numbers = new EnumMap<>(StackPort.class);
        for (StackPort port : StackPort.values()) {
            String set = environment.get(port.setting());
            numbers.put(port, set == null || set.isBlank() ? port.usual() : number(port, set));
        }
        return new StackPorts(numbers);
    }

    /**
     * Those of the run that is going on in this data folder, or was the last, so that a command in another terminal
     * finds them; else those of the environment.
     */
    public static StackPorts ofRun(Path data, Map<String, String> environment) throws IOException {
        Properties kept = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve(KEPT))) {
            kept.load(file);
        } catch (NoSuchFileException neverRan) {
            return from(environment);
        }
        return from(kept.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, kept::getProperty)));
    }

    /** Keeps them for {@link #ofRun}. */
    public void keepIn(Path data) throws IOException {
        OwnerOnly.write(
                data.resolve(KEPT),
                numbers.entrySet().stream()
                        .map(port -> port.getKey().setting() + "=" + port.getValue() + "\n")
                        .collect(Collectors.joining()));
    }

    /** The number of one port. */
    public int number(StackPort port) {
        return Objects.requireNonNull(numbers.get(port));
    }

    /** Where each service answers requests. */
    public Map<Member, Integer> ofMembers() {
        return Arrays.stream(Member.values())
                .collect(Collectors.toMap(Function.identity(), member -> number(StackPort.of(member))));
    }

    /**
     * One sentence for each port that is taken, with what to set to use another; empty when all are free.
     *
     * @param needed the ports on which this run listens
     */
    public List<String> complaints(Set<StackPort> needed, IntPredicate isTaken) {
        return numbers.entrySet().stream()
                .filter(entry -> needed.contains(entry.getKey()))
                .filter(entry -> isTaken.test(entry.getValue()))
                .map(entry -> "Port " + entry.getValue() + " (" + entry.getKey().label()
                        + ") is taken: end what uses it, or choose another, for example "
                        + entry.getKey().setting() + "=" + (entry.getValue() + 10_000) + " ./gatehouse up")
                .toList();
    }

    private static int number(StackPort port, String set) {
        try {
            int number = Integer.parseInt(set.strip());
            if (number >= 1 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(port.setting() + " must be a port number, not \"" + set + "\"", e);
        }
        throw new IllegalArgumentException(port.setting() + " must be between 1 and 65535, not " + set);
    }
}
