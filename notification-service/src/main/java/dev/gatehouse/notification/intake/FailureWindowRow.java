package dev.gatehouse.notification.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The notice that counts the refused sign-ins of an account. */
@Entity
@Table(name = "failed_login_window")
class FailureWindowRow {
    @Id
    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "notice_id")
    UUID noticeId;

    @Column(name = "started_at")
    Instant startedAt;

    void begin(UUID newNoticeId, Instant newStart) {
        noticeId = newNoticeId;
        startedAt = newStart;
    }
}
