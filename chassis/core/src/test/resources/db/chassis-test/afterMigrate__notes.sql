GRANT SELECT, INSERT, UPDATE ON note TO '${app_user}'@'${app_host}';
GRANT SELECT, INSERT, UPDATE ON address_copy TO '${app_user}'@'${app_host}';
