-- Accounts, their passwords, admin rights and invitations. The row of an erased account stays: its id is never used again,
-- and the log refers to it.

-- sessions_from: all sessions that began before it were ended at once; one that is being opened must not begin before it.
-- password_change says why the account gets no session before it has a new password.
-- admin_until: when the admin right ends by itself; nothing for a right without an end.
-- email is the address as entered, for mail; email_key is its normalised form, for comparison.
CREATE TABLE account (
  id                  BINARY(16)   NOT NULL,
  kind                VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email               VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  email_key           VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  display_name        VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  locale              VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  time_zone           VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  admin               BOOLEAN      NOT NULL,
  admin_until         DATETIME(3)  NULL,
  status              VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at          DATETIME(3)  NOT NULL,
  last_login_at       DATETIME(3)  NULL,
  password_changed_at DATETIME(3)  NULL,
  sessions_from       DATETIME(3)  NULL,
  password_change     VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  invitation_mail     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  version             BIGINT       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY account_email (email_key),
  KEY account_newest (created_at, id),
  KEY account_admins (admin, status)
) ENGINE = InnoDB;

-- A row per account that has a password. traits: what the policy asks about, sealed with a key that is not in the database; no
-- value until it was measured.
CREATE TABLE credential (
  account_id    BINARY(16)   NOT NULL,
  phc           VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pepper_key_id VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_at    DATETIME(3)  NOT NULL,
  traits        VARBINARY(64) NULL,
  PRIMARY KEY (account_id),
  KEY credential_age (changed_at),
  CONSTRAINT credential_of_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB;

-- Former passwords, as many as the policy asked for when the present one was set.
CREATE TABLE former_credential (
  account_id    BINARY(16)   NOT NULL,
  set_at        DATETIME(3)  NOT NULL,
  phc           VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pepper_key_id VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (account_id, set_at),
  CONSTRAINT former_credential_of_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB;

-- What passwords must be like: a row per kind of account.
CREATE TABLE password_policy (
  kind            VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  preset          VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  min_length      SMALLINT    NOT NULL,
  needs_lowercase BOOLEAN     NOT NULL,
  needs_uppercase BOOLEAN     NOT NULL,
  needs_digit     BOOLEAN     NOT NULL,
  needs_symbol    BOOLEAN     NOT NULL,
  max_age_days    SMALLINT    NULL,
  history         SMALLINT    NOT NULL,
  block_common    BOOLEAN     NOT NULL,
  block_personal  BOOLEAN     NOT NULL,
  min_strength    TINYINT     NOT NULL,
  version         BIGINT      NOT NULL,
  PRIMARY KEY (kind)
) ENGINE = InnoDB;
INSERT INTO password_policy VALUES
  ('AGENT', 'MODERN', 15, FALSE, FALSE, FALSE, FALSE, NULL, 0, TRUE, TRUE, 3, 0),
  ('USER',  'MODERN', 15, FALSE, FALSE, FALSE, FALSE, NULL, 0, TRUE, TRUE, 3, 0);

-- The last reminder that a password will be too old: of which end it spoke, and how many days ahead.
CREATE TABLE password_reminder (
  account_id BINARY(16)  NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  days       TINYINT     NOT NULL,
  PRIMARY KEY (account_id),
  CONSTRAINT password_reminder_of_credential FOREIGN KEY (account_id) REFERENCES credential (account_id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- The age and the traits of the passwords of active accounts, for the policy.
CREATE VIEW password_account AS
SELECT c.account_id, a.kind, c.changed_at, c.traits
FROM credential c JOIN account a ON a.id = c.account_id
WHERE a.status = 'ACTIVE';

-- The reason of an admin right; whether an account has it, and until when, is in account.
CREATE TABLE admin_right (
  account_id     BINARY(16)   NOT NULL,
  granted_at     DATETIME(3)  NOT NULL,
  granted_by     BINARY(16)   NULL,
  reason         VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  last_action_at DATETIME(3)  NULL,
  PRIMARY KEY (account_id),
  CONSTRAINT admin_right_of_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB;

-- What admin rights were used for, as the events of all services say: the last time per kind of action (type of event).
CREATE TABLE admin_right_use (
  account_id   BINARY(16)  NOT NULL,
  action       VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_used_at DATETIME(3) NOT NULL,
  PRIMARY KEY (account_id, action),
  KEY admin_right_use_age (last_used_at)
) ENGINE = InnoDB;

-- Invitations. Only the hash of the secret in the link is here.
CREATE TABLE invitation (
  id              BINARY(16)  NOT NULL,
  account_id      BINARY(16)  NOT NULL,
  secret_hash     BINARY(32)  NOT NULL,
  created_at      DATETIME(3) NOT NULL,
  expires_at      DATETIME(3) NOT NULL,
  accepted_at     DATETIME(3) NULL,
  PRIMARY KEY (id),
  UNIQUE KEY invitation_secret (secret_hash),
  KEY invitation_account (account_id),
  KEY invitation_age (expires_at),
  CONSTRAINT invitation_of_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB;

-- Requests for a link to a new password. email_key: whom it is for, until that was looked up; account_id and offered_at:
-- who was mailed the link, and when; closed_at: it was used, or a later one replaced it. A row that is closed and was no
-- offer notes that its network asked too often. Only the hash of the secret in the link is here.
CREATE TABLE password_reset (
  id           BINARY(16)   NOT NULL,
  audience     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email_key    VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  network      VARCHAR(49)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  address      VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_agent   VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  secret_hash  BINARY(32)   NOT NULL,
  created_at   DATETIME(3)  NOT NULL,
  expires_at   DATETIME(3)  NOT NULL,
  account_id   BINARY(16)   NULL,
  offered_at   DATETIME(3)  NULL,
  closed_at    DATETIME(3)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY password_reset_secret (secret_hash),
  KEY password_reset_network (network, created_at),
  KEY password_reset_account (account_id, offered_at),
  KEY password_reset_age (expires_at),
  CONSTRAINT password_reset_of_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB;

-- Requests of one network are counted one after the other: each network has one of these rows, and locks it.
CREATE TABLE password_reset_lock (
  id TINYINT NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;
INSERT INTO password_reset_lock (id)
VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);

-- The line that created an account in an import, as a keyed digest: the same line again changes nothing.
CREATE TABLE imported_account (
  account_id  BINARY(16)  NOT NULL,
  line_digest BINARY(32)  NOT NULL,
  imported_at DATETIME(3) NOT NULL,
  PRIMARY KEY (account_id),
  CONSTRAINT imported_account_of_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB;

-- What a request with an Idempotency-Key created. The digests are keyed, because a body may contain a password.
CREATE TABLE idempotency_key (
  caller_id   BINARY(16)  NOT NULL,
  key_digest  BINARY(32)  NOT NULL,
  body_digest BINARY(32)  NOT NULL,
  resource_id BINARY(16)  NOT NULL,
  created_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (caller_id, key_digest),
  KEY idempotency_key_age (created_at)
) ENGINE = InnoDB;
