package dev.gatehouse.testbed.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The modules under the rules, and where they are. */
final class Houses {
    /** Packages of the four services. */
    static final List<String> SERVICES =
            List.of("dev.gatehouse.auth", "dev.gatehouse.iptrust", "dev.gatehouse.notification", "dev.gatehouse.audit");

    static final String CHASSIS = "dev.gatehouse.chassis";
    static final String CONTRACTS = "dev.gatehouse.contracts";

    private static final List<String> MODULES = List.of(
            "contracts", "chassis", "auth-service", "ip-trust-service", "notification-service", "audit-service");
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root"));

    private Houses() {}

    static JavaClasses classes() {
        return new ClassFileImporter()
                .importPaths(MODULES.stream().map(Houses::compiled).toList());
    }

    static List<Path> sourceFolders() {
        return MODULES.stream()
                .map(module -> ROOT.resolve(module).resolve("src/main/java"))
                .toList();
    }

    /** Where the events of the published language are declared. */
    static Path events() {
        return ROOT.resolve("contracts/src/main/java/dev/gatehouse/contracts/event");
    }

    /** The page that operators read. */
    static Path settingsDocument() {
        return ROOT.resolve("docs/settings.md");
    }

    /** A package and all below it, as ArchUnit names it. */
    static String within(String house) {
        return house + "..";
    }

    static String[] services() {
        return SERVICES.stream().map(Houses::within).toArray(String[]::new);
    }

    static Stream<String> all() {
        return Stream.concat(SERVICES.stream(), Stream.of(CHASSIS, CONTRACTS));
    }

    private static Path compiled(String module) {
        Path classes = ROOT.resolve(module).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("Not compiled yet: " + module);
        }
        return classes;
    }
}
