-- The roles of Allegiance on your own MySQL. Run first, once, as an administrator, after
--   CREATE DATABASE allegiance CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- Then accounts.sql, then 'jobs/allegiance migrate' as the migrating account, then tables.sql. Run it again after an upgrade:
-- it takes rights back that earlier versions gave.
-- If your schema has another name, replace 'allegiance.' here and in tables.sql.
--
-- allegiance_migrate    creates and upgrades tables: 'migrate', after each upgrade of the program
-- allegiance_scheduled  what runs unattended: import, replay, train, nightly, backfill, and all that only reads. It reads all
--                       rows, and changes and deletes only what tables.sql names: nothing of what is published
-- allegiance_nightly    the same, and what people decide: rollback, hold, release, models --promote, publish --force, abandon,
--                       import --undo, rejects --close. For a shop with one account for all but 'migrate' and 'maintain'
-- allegiance_maintain   maintain: the same, and it may truncate the partitions of customer_score and
--                       customer_score_horizon, and delete old records
-- allegiance_import     whoever delivers files: import and replay, on the tables of lines alone
-- allegiance_look       whoever answers questions: status, scores --customer, explain, models, decisions; it writes nothing
-- allegiance_feeder     upstream: announces in feed_manifest how much a day has, and nothing else
-- allegiance_reader     other systems: read the published scores, and nothing else
-- allegiance_observer   dashboards: read figures of nights and publications, and no customer

CREATE ROLE IF NOT EXISTS allegiance_migrate;
CREATE ROLE IF NOT EXISTS allegiance_scheduled;
CREATE ROLE IF NOT EXISTS allegiance_nightly;
CREATE ROLE IF NOT EXISTS allegiance_maintain;
CREATE ROLE IF NOT EXISTS allegiance_import;
CREATE ROLE IF NOT EXISTS allegiance_look;
CREATE ROLE IF NOT EXISTS allegiance_feeder;
CREATE ROLE IF NOT EXISTS allegiance_reader;
CREATE ROLE IF NOT EXISTS allegiance_observer;

GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, SHOW VIEW
    ON allegiance.* TO allegiance_migrate;

GRANT SELECT ON allegiance.* TO allegiance_scheduled;
GRANT allegiance_import TO allegiance_scheduled;
GRANT allegiance_scheduled TO allegiance_nightly;
GRANT allegiance_nightly TO allegiance_maintain;

-- Earlier versions let nights write the rows of all tables. What was never granted cannot be revoked, so it is granted first.
GRANT INSERT, UPDATE ON allegiance.* TO allegiance_nightly;
REVOKE INSERT, UPDATE ON allegiance.* FROM allegiance_nightly;
