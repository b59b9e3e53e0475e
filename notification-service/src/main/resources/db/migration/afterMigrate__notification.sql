-- The runtime user gets what the statements of this service need, table by table, and nothing of the schema's history.

GRANT SELECT, INSERT, UPDATE ON account TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON address TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON preference TO '${app_user}'@'${app_host}';
GRANT SELECT, UPDATE ON preference_default TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON notification TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON notification_head TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE, DELETE ON failed_login_window TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, DELETE ON deferred_notification TO '${app_user}'@'${app_host}';
