package dev.gatehouse.chassis.messaging.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "note")
class NoteRow {
    enum Mood {
        GLAD,
        SAD
    }

    @Id
    UUID id;

    String text;

    @Enumerated(EnumType.STRING)
    Mood mood;

    @Column(name = "written_at")
    Instant writtenAt;

    @Version
    long version;

    NoteRow() {}

    NoteRow(UUID id, String text, Mood mood, Instant writtenAt) {
        this.id = id;
        this.text = text;
        this.mood = mood;
        this.writtenAt = writtenAt;
    }
}
