package dev.gatehouse.auth.token.signingkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gatehouse.auth.AuthStack;
import dev.gatehouse.chassis.security.secret.DerivedKeys;
import dev.gatehouse.chassis.security.secret.RandomSecrets;
import dev.gatehouse.chassis.security.secret.Seal;
import dev.gatehouse.chassis.testkit.StackEnds;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AuthStack
class SigningKeysIT {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    SqlSigningKeys table;

    @Inject
    KeyMaker maker;

    @Inject
    DerivedKeys keys;

    @Inject
    RandomSecrets random;

    @Inject
    KeyConfig settings;

    @Inject
    SigningKeys ofService;

    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));

    /** The service's own keys come back after the test: it plays years ahead on the same table. */
    @BeforeEach
    @AfterEach
    void begin() {
        StackEnds.database(AuthStack.SCHEMA).update("DELETE FROM signing_key");
    }

    @AfterEach
    void restore() {
        begin();
        done(ofService.refresh());
    }

    @Test
    void rotatesWithOverlap() {
        // Given
        SigningKeys keys = replica();
        String first = done(keys.current()).kid();

        // When
        pass(Duration.ofDays(30).minusHours(1));
        done(keys.refresh());

        // Then
        assertEquals(first, done(keys.current()).kid());
        assertEquals(2, done(keys.published()).size());

        // When
        pass(Duration.ofHours(1));

        // Then
        assertNotEquals(first, done(keys.current()).kid());
        assertTrue(keys.find(first).isPresent());

        // When
        pass(Duration.ofHours(1));
        done(keys.refresh());

        // Then
        assertTrue(keys.find(first).isEmpty());
        assertEquals(1, done(keys.published()).size());
    }

    @Test
    void twoReplicasAgreeOnOneKey() {
        // When
        List<SigningKey> both =
                done(Uni.join().all(replica().current(), replica().current()).andCollectFailures());

        // Then
        assertEquals(both.getFirst().kid(), both.getLast().kid());
        assertEquals(1, StackEnds.database(AuthStack.SCHEMA).number("SELECT COUNT(*) FROM signing_key"));
    }

    @Test
    void aKeyIsTheSameAfterARestart() {
        // Given
        SigningKey made = done(replica().current());

        // When
        SigningKey read = done(replica().current());

        // Then
        assertEquals(made.publicKey(), read.publicKey());
        assertEquals(made.privateKey(), read.privateKey());
    }

    @Test
    void keepsThePrivatePartSealedAndBoundToItsName() {
        // Given
        SigningKey made = done(replica().current());
        byte[] sealed = maker.sealed(made);
        Seal seal = new Seal(keys.key("signing-key"), random);

        // Then
        assertThrows(IllegalStateException.class, () -> seal.open("another", sealed));
        sealed[20] ^= 1;
        assertThrows(IllegalStateException.class, () -> seal.open(made.kid(), sealed));
    }

    /** L7: whoever can write the table must not make his own key count. */
    @Test
    void l7RefusesAPublicKeyThatIsNotOfItsPrivateOne() throws GeneralSecurityException {
        // Given
        SigningKey made = done(replica().current());
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] foreign = generator.generateKeyPair().getPublic().getEncoded();

        // When
        StackEnds.database(AuthStack.SCHEMA)
                .update("UPDATE signing_key SET public_key = ? WHERE kid = ?", foreign, made.kid());

        // Then
        Uni<SigningKey> current = replica().current();
        assertThrows(IllegalStateException.class, () -> done(current));
    }

    private SigningKeys replica() {
        return new SigningKeys(table, maker, settings, time::get);
    }

    private void pass(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    private static <T> T done(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
