-- Rights of the runtime user on the tables of login, session and token.
GRANT SELECT, INSERT, DELETE ON signing_key TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON login_challenge TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON trusted_address TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE ON ip_trust_setting TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON hostname TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON login_limit TO '${app_user}'@'${app_host}';
GRANT SELECT, UPDATE ON login_limit_setting TO '${app_user}'@'${app_host}';
GRANT SELECT, UPDATE ON login_campaign TO '${app_user}'@'${app_host}';
GRANT SELECT ON login_failure TO '${app_user}'@'${app_host}';
GRANT SELECT ON login_limit_in_force TO '${app_user}'@'${app_host}';
GRANT SELECT, UPDATE ON session_setting TO '${app_user}'@'${app_host}';
GRANT SELECT ON session_trust TO '${app_user}'@'${app_host}';
GRANT SELECT ON login_account TO '${app_user}'@'${app_host}';
GRANT SELECT ON login_trust TO '${app_user}'@'${app_host}';
GRANT SELECT, UPDATE ON session_account TO '${app_user}'@'${app_host}';
