package dev.gatehouse.testbed.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The modules under the rules, and where they are. */
public final class Modules {
    /** Packages of the four services. */
    static final List<String> SERVICES =
            List.of("dev.gatehouse.auth", "dev.gatehouse.iptrust", "dev.gatehouse.notification", "dev.gatehouse.audit");

    static final String CHASSIS = "dev.gatehouse.chassis";
    static final String CONTRACTS = "dev.gatehouse.contracts";

    /** What operators run: the rules hold here in full. */
    private static final List<String> PRODUCT = List.of(
            "contracts",
            "chassis/core",
            "chassis/mail",
            "auth-service",
            "ip-trust-service",
            "notification-service",
            "audit-service");
    /** Programs beside it: the rules about names, sizes, comments and dependencies hold here too. */
    private static final List<String> TOOLS = List.of("deploy/local-stack", "chassis/testkit");

    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root"));

    private Modules() {}

    /** The compiled product. */
    static JavaClasses classes() {
        return new ClassFileImporter()
                .importPaths(PRODUCT.stream().map(Modules::compiled).toList());
    }

    /** The compiled product, the programs beside it, and the tests over the suite. */
    static JavaClasses allClasses() {
        Stream<Path> tests = Stream.of(ROOT.resolve("testbed/target/test-classes"));
        return new ClassFileImporter()
                .importPaths(Stream.concat(
                                Stream.concat(PRODUCT.stream(), TOOLS.stream()).map(Modules::compiled), tests)
                        .toList());
    }

    /** Java sources under the rules about size. */
    static List<Path> sourceFolders() {
        Stream<Path> main = Stream.concat(PRODUCT.stream(), TOOLS.stream())
                .map(module -> ROOT.resolve(module).resolve("src/main/java"));
        return Stream.concat(main, Stream.of(ROOT.resolve("testbed/src/test/java")))
                .toList();
    }

    /** Source folders of the product, by module. */
    public static List<Path> productFolders() {
        return PRODUCT.stream()
                .map(module -> ROOT.resolve(module).resolve("src/main"))
                .toList();
    }

    /** Test folders of the product, without the contracts, which the chassis tests. */
    static List<Path> productTests() {
        return PRODUCT.stream()
                .filter(module -> !module.equals("contracts"))
                .map(module -> ROOT.resolve(module).resolve("src/test/java"))
                .toList();
    }

    /** A document of the project. */
    public static Path document(String name) {
        return ROOT.resolve("docs").resolve(name);
    }

    /** Schemas of the events. */
    static Path eventSchemas() {
        return ROOT.resolve("contracts/src/main/resources/events");
    }

    /** Where the events of the published language are declared. */
    static Path events() {
        return ROOT.resolve("contracts/src/main/java/dev/gatehouse/contracts/event");
    }

    /** A package and all below it, as ArchUnit names it. */
    static String within(String house) {
        return house + "..";
    }

    static String[] services() {
        return SERVICES.stream().map(Modules::within).toArray(String[]::new);
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

    /** Simple names of what the sealed types of the contracts permit. */
    static Set<String> permittedByContracts() {
        return new ClassFileImporter()
                .importPath(compiled("contracts")).stream()
                        .filter(JavaClass::isInterface)
                        .map(JavaClass::reflect)
                        .filter(Class::isSealed)
                        .flatMap(type -> Stream.of(type.getPermittedSubclasses()))
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet());
    }
}
