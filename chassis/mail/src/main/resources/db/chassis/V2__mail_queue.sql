-- The mail queue of the services that send mail. The content is composed when the mail is sent, so no secret is here.
-- due_at: when it is tried next; while it is being sent, the end of the lease; NULL once it has ended.
-- attempts counts the claims and is the fencing number of the lease.
CREATE TABLE mail (
  id         BINARY(16)   NOT NULL,
  kind       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id BINARY(16)   NOT NULL,
  account_id BINARY(16)   NULL,
  state      VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(3)  NOT NULL,
  not_after  DATETIME(3)  NOT NULL,
  due_at     DATETIME(3)  NULL,
  awaited    VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NULL,
  attempts   INT          NOT NULL,
  recipient  VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  ended_at   DATETIME(3)  NULL,
  last_error VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (id),
  KEY mail_due (due_at),
  KEY mail_awaited (awaited),
  KEY mail_ended (ended_at),
  KEY mail_account (account_id, id)
) ENGINE = InnoDB;
