-- The roles of Allegiance on your own MySQL. Run first, once, as an administrator, after
--   CREATE DATABASE allegiance CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
-- Then accounts.sql, then 'jobs/allegiance migrate' as the migrating account, then tables.sql.
-- If your schema has another name, replace 'allegiance.' here and in tables.sql.
--
-- allegiance_migrate    creates and upgrades tables: 'migrate', after each upgrade of the program
-- allegiance_nightly    every other command but maintain: rows only, no definition of data; it deletes only from the tables
--                       that tables.sql names
-- allegiance_maintain   maintain: the same, and it may truncate the partitions of customer_score and
--                       customer_score_horizon, and delete old records
-- allegiance_feeder     upstream: announces in feed_manifest how much a day has, and nothing else
-- allegiance_reader     other systems: read the published scores, and nothing else
-- allegiance_observer   dashboards: read figures of nights and publications, and no customer

CREATE ROLE IF NOT EXISTS allegiance_migrate;
CREATE ROLE IF NOT EXISTS allegiance_nightly;
CREATE ROLE IF NOT EXISTS allegiance_maintain;
CREATE ROLE IF NOT EXISTS allegiance_feeder;
CREATE ROLE IF NOT EXISTS allegiance_reader;
CREATE ROLE IF NOT EXISTS allegiance_observer;

GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, SHOW VIEW
    ON allegiance.* TO allegiance_migrate;

GRANT SELECT, INSERT, UPDATE ON allegiance.* TO allegiance_nightly;

GRANT allegiance_nightly TO allegiance_maintain;
