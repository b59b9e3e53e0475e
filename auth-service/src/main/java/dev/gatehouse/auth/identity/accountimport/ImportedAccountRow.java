package dev.gatehouse.auth.identity.accountimport;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** The line that created an account, as a keyed digest. */
@Entity
@Table(name = "imported_account")
class ImportedAccountRow {
    @Id
    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "line_digest")
    byte[] lineDigest;

    @Column(name = "imported_at")
    Instant importedAt;

    /** For Hibernate. */
    ImportedAccountRow() {}

    ImportedAccountRow(UUID accountId, String digest, Instant importedAt) {
        this.accountId = accountId;
        this.lineDigest = HexFormat.of().parseHex(digest);
        this.importedAt = importedAt;
    }

    String digest() {
        return HexFormat.of().formatHex(lineDigest);
    }
}
