package dev.gatehouse.auth.credential.password;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The password of one account. */
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
}
