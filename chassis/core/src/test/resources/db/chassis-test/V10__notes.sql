-- A thing to change together with the outbox.
CREATE TABLE note (
  id         BINARY(16)   NOT NULL,
  text       VARCHAR(200) NOT NULL,
  mood       VARCHAR(20)  NOT NULL,
  written_at DATETIME(3)  NOT NULL,
  version    BIGINT       NOT NULL,
  PRIMARY KEY (id),
  UNIQUE KEY note_text (text)
) ENGINE = InnoDB;

-- A copy of gatehouse.addresses.
CREATE TABLE address_copy (
  ip       VARCHAR(45)  NOT NULL,
  hostname VARCHAR(253) NULL,
  version  BIGINT       NOT NULL,
  PRIMARY KEY (ip)
) ENGINE = InnoDB;
