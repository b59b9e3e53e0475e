-- Up to which number the events of a service have been checked for completeness.
CREATE TABLE producer (
  service          VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  checked_sequence BIGINT      NOT NULL,
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
