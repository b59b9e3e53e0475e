GRANT SELECT, INSERT, UPDATE ON note TO '${app_user}'@'%';
