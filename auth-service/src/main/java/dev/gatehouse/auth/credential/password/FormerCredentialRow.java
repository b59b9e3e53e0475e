package dev.gatehouse.auth.credential.password;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A former password of one account. */
@Entity
@Table(name = "former_credential")
@IdClass(FormerCredentialRow.Key.class)
class FormerCredentialRow {
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
    FormerCredentialRow() {}

    FormerCredentialRow(CredentialRow replaced) {
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
