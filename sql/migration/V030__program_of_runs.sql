-- The program and the settings that a run is computed with, so that workers can tell whether they are the same.

ALTER TABLE run
    ADD COLUMN build_id           VARCHAR(64) NULL COMMENT 'the build of the program that ran or last carried on the run; NULL before this was kept',
    ADD COLUMN zone               VARCHAR(64) NULL COMMENT 'its zone',
    ADD COLUMN reporting_currency CHAR(3)     NULL COMMENT 'its reporting currency',
    ADD COLUMN earliest_date      DATE        NULL COMMENT 'the first date that a line may have, as it was configured';
