package dev.gatehouse.iptrust;

import dev.gatehouse.chassis.testkit.hostile.SecretsOfModule;
import java.util.Set;

/** Of the classes of this module. */
class SecretsTest extends SecretsOfModule {
    /** The keyed proof of the number is published (decision 8). */
    @Override
    protected Set<String> openly() {
        return Set.of("ChallengedLogin.matchNumberProof");
    }
}
