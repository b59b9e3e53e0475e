GRANT SELECT, INSERT, UPDATE ON note TO '${app_user}'@'%';
GRANT SELECT, INSERT, UPDATE ON address_copy TO '${app_user}'@'%';
