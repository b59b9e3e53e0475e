package dev.gatehouse.chassis;

import dev.gatehouse.chassis.testkit.hostile.SecretsOfModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Of the classes of this module, and of the contracts. */
class SecretsTest extends SecretsOfModule {
    @Override
    protected List<Path> classes() {
        return List.of(Path.of("target/classes"), Path.of("../../contracts/target/classes"));
    }

    /** The code of a violation is a word of the interface; the proof of the number is published (decision 8). */
    @Override
    protected Set<String> openly() {
        return Set.of("Violation.code", "LoginChallenged.matchNumberProof");
    }
}
