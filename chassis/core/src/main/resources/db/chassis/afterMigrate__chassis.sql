-- Rights of the runtime user on the tables of the chassis; granting again is harmless.
GRANT SELECT, INSERT, DELETE ON outbox TO '${app_user}'@'${app_host}';
GRANT SELECT, UPDATE ON outbox_head TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT ON outbox_refused TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, DELETE ON inbox TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE ON consumer_position TO '${app_user}'@'${app_host}';
