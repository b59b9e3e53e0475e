-- The runtime user may do what the service does, table by table, and nothing else.
GRANT SELECT, INSERT, UPDATE ON account TO '${app_user}'@'${app_host}';
GRANT SELECT, UPDATE ON ip_trust_settings TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON mail_proof TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, DELETE ON trusted_network TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON trusted_address TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON verification TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON address TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON address_use TO '${app_user}'@'${app_host}';
