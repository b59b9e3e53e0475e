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

-- A row per account that has a password.
CREATE TABLE credential (
  account_id    BINARY(16)   NOT NULL,
  phc           VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  pepper_key_id VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  changed_at    DATETIME(3)  NOT NULL,
  PRIMARY KEY (account_id),
  CONSTRAINT credential_of_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB;

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
