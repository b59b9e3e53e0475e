GRANT SELECT, INSERT, UPDATE, DELETE ON mail TO '${app_user}'@'${app_host}';
