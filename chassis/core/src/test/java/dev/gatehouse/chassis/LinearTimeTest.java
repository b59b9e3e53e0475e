package dev.gatehouse.chassis;

import dev.gatehouse.chassis.testkit.hostile.LinearTimeOfModule;
import java.nio.file.Path;
import java.util.List;

/** Of the classes of this module and of the contracts. */
class LinearTimeTest extends LinearTimeOfModule {
    @Override
    protected List<Path> classes() {
        return List.of(Path.of("target/classes"), Path.of("../../contracts/target/classes"));
    }
}
