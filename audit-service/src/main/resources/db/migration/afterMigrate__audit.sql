-- What the runtime user may do, table by table; it has no other right. In the log itself it can add and read, never change.
GRANT SELECT, INSERT ON log_entry TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT ON search_entry TO '${app_user}'@'${app_host}';
GRANT SELECT, UPDATE ON log_head TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON address TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE ON producer TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON sequence_gap TO '${app_user}'@'${app_host}';
