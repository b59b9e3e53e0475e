-- The tables of messaging, the same in every schema: Flyway finds this file on the class path of each service.
-- Versions 1 to 9 belong to the chassis, a service begins with 10.

-- Messages to be published: written with the change that they report, deleted once the broker has acknowledged them.
-- key_hash decides the partition as Kafka's partitioner does: murmur2 of the key, without the sign. sequence is null, but for a
-- message that was refused and put back: it keeps its number.
CREATE TABLE outbox (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  sequence    BIGINT       NULL,
  topic       VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  message_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  key_hash    INT          NOT NULL,
  headers     TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  payload     MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  created_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  KEY outbox_topic (topic, id),
  CONSTRAINT outbox_headers_are_json CHECK (JSON_VALID(headers))
) ENGINE = InnoDB;

-- One row: the last numbers the relay has given, and the messages that are under way in the order of publishing, as
-- "id:sequence,id,…". It is written before publishing, so that nothing is ever renumbered or reordered after a crash.
CREATE TABLE outbox_head (
  id            TINYINT    NOT NULL,
  last_batch    BIGINT     NOT NULL,
  last_sequence BIGINT     NOT NULL,
  in_flight     MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT outbox_head_is_one CHECK (id = 1)
) ENGINE = InnoDB;

INSERT INTO outbox_head (id, last_batch, last_sequence, in_flight) VALUES (1, 0, 0, '');

-- Messages that the broker refused for good. Kept until an operator puts them back into the outbox or deletes them.
CREATE TABLE outbox_refused (
  id          BIGINT       NOT NULL,
  sequence    BIGINT       NULL,
  topic       VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  message_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  key_hash    INT          NOT NULL,
  headers     TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  payload     MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  created_at  DATETIME(3)  NOT NULL,
  refused_at  DATETIME(3)  NOT NULL,
  reason      VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

-- What was consumed already, per consumer: written with the effect, kept for 35 days.
CREATE TABLE inbox (
  consumer    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id    BINARY(16)  NOT NULL,
  received_at DATETIME(3) NOT NULL,
  PRIMARY KEY (consumer, event_id),
  KEY inbox_age (received_at)
) ENGINE = InnoDB;

-- How far the service has read each partition, and which consumer owns it. The position is written with the effect of the records
-- before it, and only by the owner. No position yet: from the beginning of the partition.
CREATE TABLE consumer_position (
  topic        VARCHAR(249) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  partition_no INT          NOT NULL,
  next_offset  BIGINT       NULL,
  owner        BINARY(16)   NOT NULL,
  PRIMARY KEY (topic, partition_no)
) ENGINE = InnoDB;
