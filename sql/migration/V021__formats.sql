-- What format a file was taken for, and which of the lines that one row of another format gave was refused.

ALTER TABLE import_file
    ADD COLUMN format VARCHAR(64) NULL COMMENT 'what the file was taken for; NULL of files of before this was kept, and of replays',
    ADD COLUMN format_hash CHAR(16) NULL COMMENT 'of the text of the format; NULL of our own',
    ADD COLUMN rows_read BIGINT NULL COMMENT 'records of the file; where a format left rows out or made two lines of one, not lines_read',
    ADD COLUMN left_out BIGINT NULL COMMENT 'rows that the format left out: cancelled, test orders and the like';

ALTER TABLE import_rejection
    ADD COLUMN part TINYINT NOT NULL DEFAULT 0
        COMMENT 'which of the lines that its row gave; 0 for the first, and for all of our own format',
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (import_id, line_number, part);
