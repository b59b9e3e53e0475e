-- The newest state of every address that ip-trust-service told of. hostname_reversed ("com.example.host") makes a search
-- for everything below a domain a range of the index.
CREATE TABLE address (
  ip                VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hostname          VARCHAR(253) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  hostname_reversed VARCHAR(253) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  confirmed         BOOLEAN      NOT NULL,
  internal          BOOLEAN      NOT NULL,
  resolved_at       DATETIME(3)  NOT NULL,
  version           BIGINT       NOT NULL,
  PRIMARY KEY (ip),
  KEY address_by_hostname (hostname_reversed)
) ENGINE = InnoDB;
