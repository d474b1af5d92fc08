-- Refused lines of files count for the night of their day: the day of each, or the days that its file spans; how many a run
-- counted; and who closed a refused line by hand. Lines that were refused before have no day and count for none.

ALTER TABLE import_rejection
    ADD COLUMN business_date DATE NULL COMMENT 'NULL where the date cannot be read, and of lines refused before this was kept',
    ADD COLUMN dismissed_by  VARCHAR(128) NULL COMMENT 'who closed it by hand; NULL where nobody did',
    ADD COLUMN dismissed_why VARCHAR(512) NULL COMMENT 'the reason of that person';

ALTER TABLE import_file
    ADD COLUMN first_day DATE NULL COMMENT 'of its lines with a readable date; NULL without any, and of files of before this was kept',
    ADD COLUMN last_day  DATE NULL COMMENT 'inclusive';

ALTER TABLE run_day
    ADD COLUMN refused_at_import BIGINT NOT NULL DEFAULT 0 COMMENT 'lines of the day that imports refused and that waited when the run was audited';
