-- Rights of the runtime user, table by table; granting again is harmless.
GRANT SELECT, INSERT, UPDATE ON account TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON credential TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON admin_right TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON admin_right_use TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON password_reset TO '${app_user}'@'${app_host}';
GRANT SELECT, UPDATE ON password_reset_lock TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, DELETE ON imported_account TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, DELETE ON idempotency_key TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, DELETE ON former_credential TO '${app_user}'@'${app_host}';
GRANT SELECT, UPDATE ON password_policy TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE ON password_reminder TO '${app_user}'@'${app_host}';
GRANT SELECT ON password_account TO '${app_user}'@'${app_host}';
