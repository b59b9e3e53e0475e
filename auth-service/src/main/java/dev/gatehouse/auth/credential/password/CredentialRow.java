package dev.gatehouse.auth.credential.password;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The password of one account, and a former one. */
@Entity
@Table(name = "credential")
class CredentialRow {
    @Id
    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "phc")
    String phc;

    @Column(name = "pepper_key_id")
    String pepperKeyId;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "traits")
    byte @Nullable [] traits;

    /** For Hibernate. */
    CredentialRow() {}

    CredentialRow(UUID accountId) {
        this.accountId = accountId;
    }

    StoredPassword password() {
        return new StoredPassword(phc, pepperKeyId);
    }

    /** A former password of one account. */
    @Entity(name = "FormerCredentialRow")
    @Table(name = "former_credential")
    @IdClass(Former.Key.class)
    static class Former {
        @Id
        @Column(name = "account_id")
        UUID accountId;

        @Id
        @Column(name = "set_at")
        Instant setAt;

        @Column(name = "phc")
        String phc;

        @Column(name = "pepper_key_id")
        String pepperKeyId;

        /** For Hibernate. */
        Former() {}

        Former(CredentialRow replaced) {
            this.accountId = replaced.accountId;
            this.setAt = replaced.changedAt;
            this.phc = replaced.phc;
            this.pepperKeyId = replaced.pepperKeyId;
        }

        StoredPassword password() {
            return new StoredPassword(phc, pepperKeyId);
        }

        /** The primary key. */
        record Key(UUID accountId, Instant setAt) implements Serializable {}
    }
}
