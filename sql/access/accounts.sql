-- One account for each role that people and schedulers use. Run after roles.sql, as an administrator. MySQL generates each password
-- and shows it once; it has no quote, backslash, dollar or blank. Put it into a file or read it with 'read -rs', not on a command line
-- (src/docs/security.md). Change '%' to the hosts that connect. MariaDB uses FOR instead of TO in SET DEFAULT ROLE, and has no random
-- passwords. Leave out the accounts that you have no use for. Each is let in over
-- encrypted connections alone; a program that does not check whose certificate it is shown can still be deceived: Allegiance checks it.
--
-- A shop that separates what runs by itself from what people decide gives the scheduler an account with the role
-- allegiance_scheduled, and keeps allegiance_night for the people on call.
--
-- The account that migrates owns the views, and they read with its rights. On some servers a role does not count for those rights,
-- so the account also gets SELECT directly, and INSERT and DELETE, which nights use through the view segment_change_pending. The views stop working when that account is dropped. If you point
-- source_transaction at tables of yours, the account needs SELECT on those too.

CREATE USER 'allegiance_migrator'@'%' IDENTIFIED BY RANDOM PASSWORD REQUIRE SSL;
GRANT allegiance_migrate TO 'allegiance_migrator'@'%';
SET DEFAULT ROLE allegiance_migrate TO 'allegiance_migrator'@'%';
GRANT SELECT, INSERT, DELETE ON allegiance.* TO 'allegiance_migrator'@'%';

CREATE USER 'allegiance_night'@'%' IDENTIFIED BY RANDOM PASSWORD REQUIRE SSL;
GRANT allegiance_nightly TO 'allegiance_night'@'%';
SET DEFAULT ROLE allegiance_nightly TO 'allegiance_night'@'%';

CREATE USER 'allegiance_scheduler'@'%' IDENTIFIED BY RANDOM PASSWORD REQUIRE SSL;
GRANT allegiance_scheduled TO 'allegiance_scheduler'@'%';
SET DEFAULT ROLE allegiance_scheduled TO 'allegiance_scheduler'@'%';

CREATE USER 'allegiance_maintainer'@'%' IDENTIFIED BY RANDOM PASSWORD REQUIRE SSL;
GRANT allegiance_maintain TO 'allegiance_maintainer'@'%';
SET DEFAULT ROLE allegiance_maintain TO 'allegiance_maintainer'@'%';

CREATE USER 'allegiance_importer'@'%' IDENTIFIED BY RANDOM PASSWORD REQUIRE SSL;
GRANT allegiance_import TO 'allegiance_importer'@'%';
SET DEFAULT ROLE allegiance_import TO 'allegiance_importer'@'%';

CREATE USER 'allegiance_viewer'@'%' IDENTIFIED BY RANDOM PASSWORD REQUIRE SSL;
GRANT allegiance_look TO 'allegiance_viewer'@'%';
SET DEFAULT ROLE allegiance_look TO 'allegiance_viewer'@'%';

CREATE USER 'allegiance_crm'@'%' IDENTIFIED BY RANDOM PASSWORD REQUIRE SSL;
GRANT allegiance_reader TO 'allegiance_crm'@'%';
SET DEFAULT ROLE allegiance_reader TO 'allegiance_crm'@'%';

CREATE USER 'allegiance_grafana'@'%' IDENTIFIED BY RANDOM PASSWORD REQUIRE SSL;
GRANT allegiance_observer TO 'allegiance_grafana'@'%';
SET DEFAULT ROLE allegiance_observer TO 'allegiance_grafana'@'%';
