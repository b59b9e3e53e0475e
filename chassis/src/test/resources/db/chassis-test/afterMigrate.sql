GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO '${app_user}'@'%';
GRANT SELECT, UPDATE ON outbox_head TO '${app_user}'@'%';
GRANT SELECT, INSERT, DELETE ON inbox TO '${app_user}'@'%';
GRANT SELECT, INSERT, UPDATE ON note TO '${app_user}'@'%';
