-- What notification-service keeps. Ids are BINARY(16) (UUIDv7), times are UTC.

-- The public face of every account, from gatehouse.accounts. An erased one keeps its version only, so that a late older
-- state cannot bring its data back.
CREATE TABLE account (
  id           BINARY(16)   NOT NULL,
  kind         VARCHAR(10)  NULL,
  email        VARCHAR(320) NULL,
  display_name VARCHAR(512) NULL,
  locale       VARCHAR(64)  NULL,
  time_zone    VARCHAR(64)  NULL,
  admin        BOOLEAN      NOT NULL DEFAULT FALSE,
  status       VARCHAR(10)  NOT NULL DEFAULT 'ERASED',
  version      BIGINT       NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- What reverse look-up found, from gatehouse.addresses; only a confirmed name is ever shown.
CREATE TABLE address (
  ip          VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hostname    VARCHAR(253) NULL,
  resolved_at DATETIME(3)  NOT NULL DEFAULT '1970-01-01',
  version     BIGINT       NOT NULL,
  PRIMARY KEY (ip),
  KEY address_age (resolved_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- Which kinds of notification each agent wants, and where. A copy of the defaults of the time when the agent appeared.
CREATE TABLE preference (
  account_id BINARY(16) NOT NULL,
  choices    TEXT       NOT NULL,
  version    BIGINT     NOT NULL,
  PRIMARY KEY (account_id),
  CONSTRAINT preference_choices_are_json CHECK (JSON_VALID(choices))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

-- One row: the preferences that new agents start with, and the kinds that are mandatory. A kind that is not in it has the
-- built-in default, so a new kind needs no migration.
CREATE TABLE preference_default (
  id      TINYINT NOT NULL,
  rules   TEXT    NOT NULL,
  version BIGINT  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT preference_default_is_one CHECK (id = 1),
  CONSTRAINT preference_rules_are_json CHECK (JSON_VALID(rules))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

INSERT INTO preference_default (id, rules, version) VALUES (1, '{}', 0);

-- The notifications of each account. position numbers every new or updated notification of an account without gaps: it is
-- taken from notification_head, whose row stays locked until the commit. about_account_id is another account that it names.
CREATE TABLE notification (
  id             BINARY(16)   NOT NULL,
  account_id     BINARY(16)   NOT NULL,
  about_account_id BINARY(16) NULL,
  kind           VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  event_id       BINARY(16)   NOT NULL,
  in_app         BOOLEAN      NOT NULL,
  created_at     DATETIME(3)  NOT NULL,
  occurred_at    DATETIME(3)  NOT NULL,
  read_at        DATETIME(3)  NULL,
  ip             VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  hostname       VARCHAR(253) NULL,
  browser        VARCHAR(60)  NULL,
  operating_system VARCHAR(60) NULL,
  occurrences    INT          NOT NULL,
  details        TEXT         NOT NULL,
  first_position BIGINT       NOT NULL,
  position       BIGINT       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY notification_once (account_id, event_id, kind),
  KEY notification_list (account_id, in_app, id),
  KEY notification_stream (account_id, position),
  KEY notification_origin (ip, created_at),
  KEY notification_age (created_at),
  KEY notification_about (about_account_id),
  CONSTRAINT notification_details_are_json CHECK (JSON_VALID(details))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;

CREATE TABLE notification_head (
  account_id BINARY(16) NOT NULL,
  position   BIGINT     NOT NULL,
  PRIMARY KEY (account_id)
) ENGINE = InnoDB;

-- The notification that counts the failed logins of an account, and since when.
CREATE TABLE failed_login_window (
  account_id BINARY(16)  NOT NULL,
  notification_id  BINARY(16)  NOT NULL,
  started_at DATETIME(3) NOT NULL,
  total_scheduled BOOLEAN NOT NULL,
  PRIMARY KEY (account_id),
  KEY failed_login_window_age (started_at)
) ENGINE = InnoDB;

-- Notifications for accounts that are not known yet: the topics overtake each other.
CREATE TABLE deferred_notification (
  event_id   BINARY(16)  NOT NULL,
  account_id BINARY(16)  NOT NULL,
  draft      TEXT        NOT NULL,
  deferred_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (event_id),
  KEY deferred_notification_of_account (account_id),
  KEY deferred_notification_age (deferred_at),
  CONSTRAINT deferred_draft_is_json CHECK (JSON_VALID(draft))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin;
