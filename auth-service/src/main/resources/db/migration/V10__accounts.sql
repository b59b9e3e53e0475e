-- Accounts, their passwords, admin rights and invitations. The row of an erased account stays: its id is never used again,
-- and the log refers to it.

-- password_change says why the account gets no session before it has a new password.
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
  status              VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at          DATETIME(3)  NOT NULL,
  last_login_at       DATETIME(3)  NULL,
  password_changed_at DATETIME(3)  NULL,
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

-- The reason and the end of an admin right; whether an account has it is in account.admin.
CREATE TABLE admin_right (
  account_id     BINARY(16)   NOT NULL,
  granted_at     DATETIME(3)  NOT NULL,
  granted_by     BINARY(16)   NULL,
  reason         VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  expires_at     DATETIME(3)  NULL,
  last_action_at DATETIME(3)  NULL,
  PRIMARY KEY (account_id),
  KEY admin_right_expiry (expires_at),
  CONSTRAINT admin_right_of_account FOREIGN KEY (account_id) REFERENCES account (id)
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
