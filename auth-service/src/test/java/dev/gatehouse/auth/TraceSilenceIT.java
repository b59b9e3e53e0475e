package dev.gatehouse.auth;

import dev.gatehouse.chassis.testkit.hostile.TraceSilence;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

/** M6, for all routes of this service. */
@QuarkusTest
@AuthStack
class TraceSilenceIT extends TraceSilence {
    @Inject
    People people;

    @Inject
    Admins admins;

    @Override
    protected String token() {
        return admins.token(people.administrator().id());
    }
}
