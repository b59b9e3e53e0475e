-- What a login needs: signing keys, sessions, login challenges, and copies of what other services published.

-- The keys that sign access tokens. The private part is sealed. One row per generation: the primary key decides between
-- two replicas that create the next key at the same moment.
CREATE TABLE signing_key (
  generation     INT            NOT NULL,
  kid            VARCHAR(43)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  public_key     VARBINARY(128) NOT NULL,
  sealed_private VARBINARY(512) NOT NULL,
  created_at     DATETIME(3)    NOT NULL,
  signs_from     DATETIME(3)    NOT NULL,
  PRIMARY KEY (generation),
  UNIQUE KEY signing_key_kid (kid)
) ENGINE = InnoDB;

-- A session. Its refresh tokens are stored as hashes only: the current one and the previous one.
-- idle_expires_at is never later than expires_at, so one index finds the sessions that are over.
CREATE TABLE session (
  id               BINARY(16)   NOT NULL,
  account_id       BINARY(16)   NOT NULL,
  kind             VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  methods          VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at       DATETIME(3)  NOT NULL,
  authenticated_at DATETIME(3)  NOT NULL,
  last_seen_at     DATETIME(3)  NOT NULL,
  idle_expires_at  DATETIME(3)  NOT NULL,
  expires_at       DATETIME(3)  NOT NULL,
  remember_me      BOOLEAN      NOT NULL,
  ip               VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_agent       VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  current_hash     BINARY(32)   NOT NULL,
  previous_hash    BINARY(32)   NULL,
  rotated_at       DATETIME(3)  NULL,
  rotations        INT          NOT NULL,
  ended_at         DATETIME(3)  NULL,
  end_reason       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (id),
  KEY session_of_account (account_id, ended_at, id),
  KEY session_end (ended_at, idle_expires_at),
  CONSTRAINT session_idle_within_life CHECK (idle_expires_at <= expires_at)
) ENGINE = InnoDB;

-- How long sessions last, as administrators set it; one row per kind of account. The defaults are within AAL2 of NIST SP
-- 800-63B-4. apply_at: when open sessions are brought into line with a change.
CREATE TABLE session_setting (
  kind             VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idle_seconds     BIGINT      NOT NULL DEFAULT 3600,
  lifetime_seconds BIGINT      NOT NULL,
  remember_allowed BOOLEAN     NOT NULL,
  remember_seconds BIGINT      NOT NULL DEFAULT 2592000,
  require_activity BOOLEAN     NOT NULL DEFAULT FALSE,
  recheck_address  BOOLEAN     NOT NULL,
  max_per_account  INT         NOT NULL DEFAULT 10,
  warn_seconds     BIGINT      NOT NULL DEFAULT 120,
  version          BIGINT      NOT NULL DEFAULT 1,
  apply_at         DATETIME(3) NULL,
  PRIMARY KEY (kind)
) ENGINE = InnoDB;
INSERT INTO session_setting (kind, lifetime_seconds, remember_allowed, recheck_address)
VALUES ('AGENT', 43200, FALSE, TRUE), ('USER', 86400, TRUE, FALSE);

-- A login with the right password that needs another proof. The reference identifies it among services; the secret of its
-- client is stored as a hash only. It ends when the password is changed. A second login from the same place joins the first
-- one: what answers that answers this. password_change says why a new password is needed before there is a session.
-- session_id: an open session that goes on when its client has proven its address.
CREATE TABLE login_challenge (
  reference     BINARY(16)   NOT NULL,
  secret_hash   BINARY(32)   NOT NULL,
  kind          VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id    BINARY(16)   NOT NULL,
  audience      VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state         VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  match_number  TINYINT      NULL,
  ip            VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_agent    VARCHAR(512) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  remember_me   BOOLEAN      NOT NULL,
  transport     VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  methods       VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password_set_at DATETIME(3) NOT NULL,
  created_at    DATETIME(3)  NOT NULL,
  expires_at    DATETIME(3)  NOT NULL,
  joins         BINARY(16)   NULL,
  mail_state    VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  mail_resend_at DATETIME(3) NULL,
  password_change VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  mail_reason   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  session_id    BINARY(16)   NULL,
  PRIMARY KEY (reference),
  UNIQUE KEY login_challenge_secret (secret_hash),
  KEY login_challenge_of_account (account_id, state),
  KEY login_challenge_joined (joins),
  KEY login_challenge_age (expires_at),
  CONSTRAINT login_challenge_two_digits CHECK (match_number BETWEEN 10 AND 99)
) ENGINE = InnoDB;

-- Where accounts may sign in from, as ip-trust-service told. A withdrawn row stays with its version for 35 days, so that a
-- late message cannot bring the trust back.
CREATE TABLE trusted_address (
  account_id    BINARY(16)  NOT NULL,
  network       VARCHAR(49) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  trusted_until DATETIME(3) NULL,
  version       BIGINT      NOT NULL,
  PRIMARY KEY (account_id, network),
  KEY trusted_address_age (version)
) ENGINE = InnoDB;

-- The settings of IP trust, as ip-trust-service told; no row until it did. recheck_at: when open sessions are compared with
-- rules that ask for more than those that the sessions began under.
CREATE TABLE ip_trust_setting (
  id                   TINYINT     NOT NULL,
  enabled              BOOLEAN     NOT NULL DEFAULT FALSE,
  scope                VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'ALL_AGENTS',
  ipv6_prefix          SMALLINT    NOT NULL DEFAULT 64,
  verification_seconds BIGINT      NOT NULL DEFAULT 900,
  recheck_at           DATETIME(3) NULL,
  networks             LONGTEXT    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT ('[]'),
  version              BIGINT      NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ip_trust_setting_is_one CHECK (id = 1),
  CONSTRAINT ip_trust_setting_networks_are_json CHECK (JSON_VALID(networks))
) ENGINE = InnoDB;

-- Failed logins, counted. The id is a keyed digest of what is counted, so the table does not tell which e-mail addresses were
-- tried; account_id is known where there is an account, for administrators. Attempts that are being checked count as failures.
-- forget_at: the counter says nothing any more.
CREATE TABLE login_limit (
  id              BINARY(16)  NOT NULL,
  kind            VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  limited_by      VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account_id      BINARY(16)  NULL,
  network         VARCHAR(49) CHARACTER SET ascii COLLATE ascii_bin NULL,
  failures        INT         NOT NULL,
  since           DATETIME(3) NOT NULL,
  blocked_until   DATETIME(3) NULL,
  succeeded_at    DATETIME(3) NULL,
  password_set_at DATETIME(3) NULL,
  forget_at       DATETIME(3) NOT NULL,
  PRIMARY KEY (id),
  KEY login_limit_current (kind, blocked_until, id),
  KEY login_limit_of_account (account_id),
  KEY login_limit_of_network (network, limited_by, since),
  KEY login_limit_lately (limited_by, kind, since),
  KEY login_limit_age (forget_at)
) ENGINE = InnoDB;

-- How many failed logins are let through; one row per kind of account.
CREATE TABLE login_limit_setting (
  kind                   VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  enabled                BOOLEAN    NOT NULL DEFAULT TRUE,
  account_failures       INT        NOT NULL DEFAULT 5,
  account_window_seconds BIGINT     NOT NULL DEFAULT 3600,
  account_lock_seconds   BIGINT     NOT NULL DEFAULT 3600,
  address_failures       INT        NOT NULL DEFAULT 20,
  address_window_seconds BIGINT     NOT NULL DEFAULT 300,
  address_lock_seconds   BIGINT     NOT NULL DEFAULT 3600,
  version                BIGINT     NOT NULL DEFAULT 1,
  PRIMARY KEY (kind)
) ENGINE = InnoDB;
INSERT INTO login_limit_setting (kind) VALUES ('AGENT'), ('USER');

-- Whether logins of strangers fail from many networks, and since when; one row per kind of account. checked_at: of replicas
-- that look at the same time, one counts.
CREATE TABLE login_campaign (
  kind       VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since      DATETIME(3) NULL,
  checked_at DATETIME(3) NOT NULL DEFAULT '1970-01-01',
  PRIMARY KEY (kind)
) ENGINE = InnoDB;
INSERT INTO login_campaign (kind) VALUES ('AGENT'), ('USER');

-- The failed logins of strangers, for counting: of an e-mail address, or of the narrowest network.
CREATE VIEW login_failure AS
SELECT kind, limited_by, since FROM login_limit
WHERE failures > 0 AND limited_by IN ('ACCOUNT', 'NETWORK')
  AND (network IS NULL OR (network NOT LIKE '%/48' AND network NOT LIKE '%/56'));

-- The limits as an attempt meets them: those that administrators set, and whether there is a campaign.
CREATE VIEW login_limit_in_force AS
SELECT s.kind, s.enabled, s.account_failures, s.account_window_seconds, s.account_lock_seconds, s.address_failures,
  s.address_window_seconds, s.address_lock_seconds, s.version, c.since AS campaign_since
FROM login_limit_setting s JOIN login_campaign c ON c.kind = s.kind;

-- Confirmed host names of addresses, for the list of one's sessions.
CREATE TABLE hostname (
  ip          VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hostname    VARCHAR(253) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  resolved_at DATETIME(3)  NOT NULL DEFAULT '1970-01-01',
  version     BIGINT       NOT NULL,
  PRIMARY KEY (ip),
  KEY hostname_age (resolved_at)
) ENGINE = InnoDB;

-- The account as a login reads it, in one statement. It joins tables of two packages, because a login must take the same
-- time whether or not there is an account.
CREATE VIEW login_account AS
SELECT a.id, a.email_key, a.kind, a.admin, a.status, a.password_change, a.sessions_from, a.display_name, c.phc,
  c.pepper_key_id, c.traits, c.changed_at AS password_set_at
FROM account a LEFT JOIN credential c ON c.account_id = a.id;

-- The trusted networks of an account as a login reads them: by e-mail address, in the same time for any address.
CREATE VIEW login_trust AS
SELECT a.email_key, t.network, t.trusted_until
FROM account a JOIN trusted_address t ON t.account_id = a.id
WHERE t.trusted_until IS NOT NULL;

-- The same for the account of a session.
CREATE VIEW session_trust AS
SELECT s.id AS session_id, t.network, t.trusted_until
FROM session s JOIN trusted_address t ON t.account_id = s.account_id
WHERE t.trusted_until IS NOT NULL;

-- The account as sessions read it. A login writes its time through this view.
CREATE VIEW session_account AS
SELECT id, kind, admin, status, password_change, last_login_at, sessions_from FROM account;
