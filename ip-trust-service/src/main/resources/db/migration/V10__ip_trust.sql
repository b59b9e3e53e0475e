-- The copy of the accounts of auth-service.
CREATE TABLE account (
  id           BINARY(16)   NOT NULL,
  kind         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  email        VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  display_name VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  locale       VARCHAR(35)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  time_zone    VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  admin        BOOLEAN      NOT NULL DEFAULT FALSE,
  status       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ERASED',
  version      BIGINT       NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB;

-- One row. confirmed_* is the scope that an administrator has confirmed; a wider scope is rolled back after confirm_by.
-- version is the version that administrators edit; state_version is that of the published state, 0 before the first one.
CREATE TABLE ip_trust_settings (
  id                   INT         NOT NULL,
  enabled              BOOLEAN     NOT NULL,
  scope                VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  trust_duration       VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  verification_seconds BIGINT      NOT NULL,
  confirmation         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ipv6_prefix_length   INT         NOT NULL,
  confirmed_enabled    BOOLEAN     NOT NULL,
  confirmed_scope      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  confirm_by           DATETIME(3) NULL,
  version              BIGINT      NOT NULL,
  state_version        BIGINT      NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ip_trust_settings_is_one CHECK (id = 1)
) ENGINE = InnoDB;
INSERT INTO ip_trust_settings VALUES (1, FALSE, 'ALL_AGENTS', 'P30D', 900, 'NUMBER', 64, FALSE, 'ALL_AGENTS', NULL, 1, 0);

-- Whether mail reaches an administrator. The code is derived from proof_id by a key and is not stored.
CREATE TABLE mail_proof (
  account_id      BINARY(16)  NOT NULL,
  proof_id        BINARY(16)  NOT NULL,
  code_expires_at DATETIME(3) NULL,
  window_ends_at  DATETIME(3) NOT NULL,
  codes_sent      INT         NOT NULL,
  tries           INT         NOT NULL,
  proven_until    DATETIME(3) NULL,
  PRIMARY KEY (account_id),
  UNIQUE KEY mail_proof_id (proof_id)
) ENGINE = InnoDB;

CREATE TABLE trusted_network (
  id         BINARY(16)   NOT NULL,
  network    VARCHAR(49)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note       VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  expires_at DATETIME(3)  NULL,
  created_at DATETIME(3)  NOT NULL,
  created_by BINARY(16)   NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY trusted_network_once (network),
  KEY trusted_network_end (expires_at)
) ENGINE = InnoDB;

-- Rows of ended trust are kept for a week.
CREATE TABLE trusted_address (
  id            BINARY(16)  NOT NULL,
  account_id    BINARY(16)  NOT NULL,
  network       VARCHAR(49) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ip            VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  trusted_at    DATETIME(3) NOT NULL,
  trusted_until DATETIME(3) NOT NULL,
  first_used_at DATETIME(3) NULL,
  last_used_at  DATETIME(3) NULL,
  ended_at      DATETIME(3) NULL,
  version       BIGINT      NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY trusted_address_once (account_id, network),
  KEY trusted_address_end (ended_at, trusted_until)
) ENGINE = InnoDB;

CREATE TABLE verification (
  id                 BINARY(16)   NOT NULL,
  reference          BINARY(16)   NOT NULL,
  account_id         BINARY(16)   NOT NULL,
  ip                 VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  network            VARCHAR(49)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_agent         VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  password_change    BOOLEAN      NOT NULL,
  match_number_proof CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  token_hash         CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  requested_at       DATETIME(3)  NOT NULL,
  expires_at         DATETIME(3)  NOT NULL,
  state              VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reason             VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  resend_at          DATETIME(3)  NULL,
  wrong_numbers      INT          NOT NULL,
  mailed_at          DATETIME(3)  NULL,
  closed_at          DATETIME(3)  NULL,
  PRIMARY KEY (id),
  UNIQUE KEY verification_reference (reference),
  UNIQUE KEY verification_token (token_hash),
  KEY verification_of_account (account_id, requested_at),
  KEY verification_from_network (network, requested_at),
  KEY verification_end (state, expires_at),
  KEY verification_age (closed_at)
) ENGINE = InnoDB;

-- Hostnames of addresses; lookup_due until a lookup has ended, published_at when the state was last published.
CREATE TABLE address (
  ip           VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hostname     VARCHAR(253) CHARACTER SET ascii COLLATE ascii_bin NULL,
  confirmed    BOOLEAN      NOT NULL,
  internal     BOOLEAN      NOT NULL,
  requested_at DATETIME(3)  NOT NULL,
  resolved_at  DATETIME(3)  NULL,
  lookup_due   BOOLEAN      NOT NULL,
  published_at DATETIME(3)  NULL,
  version      BIGINT       NOT NULL,
  PRIMARY KEY (ip),
  KEY address_lookup_due (lookup_due, requested_at),
  KEY address_age (requested_at)
) ENGINE = InnoDB;

-- Which account logged in from which address.
CREATE TABLE address_use (
  ip            VARCHAR(45) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id    BINARY(16)  NOT NULL,
  first_used_at DATETIME(3) NOT NULL,
  last_used_at  DATETIME(3) NOT NULL,
  PRIMARY KEY (ip, account_id),
  KEY address_use_of_account (account_id),
  KEY address_use_age (last_used_at)
) ENGINE = InnoDB;
