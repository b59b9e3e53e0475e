-- The one sequencer: who holds this row appends. next_index is the index of the next event, 0-based and without gaps.
-- last_received_at keeps arrival from running backwards when the clock does.
CREATE TABLE log_head (
  id               TINYINT     NOT NULL,
  next_index       BIGINT      NOT NULL,
  last_received_at DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT log_head_is_one CHECK (id = 1)
) ENGINE = InnoDB;

INSERT INTO log_head (id, next_index, last_received_at) VALUES (1, 0, '1970-01-01 00:00:00.000');

-- The log. Nothing in it is ever changed: the runtime user has INSERT and SELECT here and nothing else.
-- event is the whole event as canonical JSON (sorted keys, no white space), also of a type that this version does not know.
CREATE TABLE log_entry (
  idx         BIGINT      NOT NULL,
  id          BINARY(16)  NOT NULL,
  received_at DATETIME(3) NOT NULL,
  service     VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  sequence    BIGINT      NULL,
  event       MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (idx),
  UNIQUE KEY log_entry_once (id),
  KEY log_entry_sequence (service, sequence, received_at),
  CONSTRAINT log_entry_is_json CHECK (JSON_VALID(event))
) ENGINE = InnoDB;

-- What the log is searched by, apart from the log: these columns hold what is personal, and can be dropped without
-- touching an event. Every index ends in the order of the list, so that a page costs the same anywhere in it.
CREATE TABLE search_entry (
  idx               BIGINT       NOT NULL,
  occurred_at       DATETIME(3)  NOT NULL,
  received_at       DATETIME(3)  NOT NULL,
  type              VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  service           VARCHAR(64)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  actor_id          BINARY(16)   NULL,
  actor_kind        VARCHAR(32)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  account_id        BINARY(16)   NULL,
  outcome           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason            VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ip                VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  ip_bytes          VARBINARY(16) AS (INET6_ATON(ip)) STORED,
  hostname_reversed VARCHAR(253) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  session_id        BINARY(16)   NULL,
  user_agent        VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  trace_id          CHAR(32)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (idx),
  KEY search_by_time (occurred_at, idx),
  KEY search_by_type (type, occurred_at, idx),
  KEY search_by_actor (actor_id, occurred_at, idx),
  KEY search_by_account (account_id, occurred_at, idx),
  KEY search_by_outcome (outcome, occurred_at, idx),
  KEY search_by_ip (ip, occurred_at, idx),
  KEY search_by_hostname (hostname_reversed, occurred_at, idx),
  KEY search_by_session (session_id, occurred_at, idx)
) ENGINE = InnoDB;

-- The newest state of every address that ip-trust-service published. hostname_reversed ("com.example.host") makes a search
-- for everything below a domain a range of the index.
CREATE TABLE address (
  ip                VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hostname          VARCHAR(253) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  hostname_reversed VARCHAR(253) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  confirmed         BOOLEAN      NOT NULL DEFAULT FALSE,
  internal          BOOLEAN      NOT NULL DEFAULT FALSE,
  resolved_at       DATETIME(3)  NOT NULL DEFAULT '1970-01-01',
  version           BIGINT       NOT NULL,
  PRIMARY KEY (ip),
  KEY address_by_hostname (hostname_reversed),
  KEY address_age (resolved_at)
) ENGINE = InnoDB;

-- Up to which number the events of a service have been checked for completeness, and up to which index for numbers that were
-- given twice.
CREATE TABLE producer (
  service          VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  checked_sequence BIGINT      NOT NULL,
  checked_index    BIGINT      NOT NULL DEFAULT -1,
  PRIMARY KEY (service)
) ENGINE = InnoDB;

-- Numbers that a service gave and that never arrived; a row goes when they arrive after all.
CREATE TABLE sequence_gap (
  service        VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  first_sequence BIGINT      NOT NULL,
  last_sequence  BIGINT      NOT NULL,
  noticed_at     DATETIME(3) NOT NULL,
  PRIMARY KEY (service, first_sequence)
) ENGINE = InnoDB;
