-- What the runtime user may do with the tables of signing in: nothing more.
GRANT SELECT, INSERT, DELETE ON signing_key TO '${app_user}'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO '${app_user}'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON login_challenge TO '${app_user}'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON trusted_address TO '${app_user}'@'%';
GRANT SELECT, INSERT, UPDATE ON ip_trust_setting TO '${app_user}'@'%';
GRANT SELECT, INSERT, UPDATE, DELETE ON hostname TO '${app_user}'@'%';
GRANT SELECT ON sign_in_account TO '${app_user}'@'%';
