-- The tables of messaging, the same in every schema: Flyway finds this file on the class path of each service.
-- Versions 1 to 9 belong to the chassis, a service begins with 10.

-- Messages to be published: written with the change that they report, deleted once the broker has acknowledged them.
-- batch is given by the relay when it takes the rows up; (batch, id) is the order of publishing, also after a crash.
CREATE TABLE outbox (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  batch       BIGINT       NULL,
  sequence    BIGINT       NULL,
  topic       VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  message_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  headers     TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  payload     MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  created_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (id),
  KEY outbox_order (batch, id),
  CONSTRAINT outbox_headers_are_json CHECK (JSON_VALID(headers))
) ENGINE = InnoDB;

-- One row: the last number the relay has given. Numbers are given before publishing, so that nothing is ever renumbered.
CREATE TABLE outbox_head (
  id            TINYINT NOT NULL,
  last_batch    BIGINT  NOT NULL,
  last_sequence BIGINT  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT outbox_head_is_one CHECK (id = 1)
) ENGINE = InnoDB;

INSERT INTO outbox_head (id, last_batch, last_sequence) VALUES (1, 0, 0);

-- What was consumed already, per consumer: written with the effect, kept for 30 days.
CREATE TABLE inbox (
  consumer    VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id    BINARY(16)  NOT NULL,
  received_at DATETIME(3) NOT NULL,
  PRIMARY KEY (consumer, event_id),
  KEY inbox_age (received_at)
) ENGINE = InnoDB;
