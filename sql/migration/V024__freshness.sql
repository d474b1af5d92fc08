-- How old data and model of a publication are: NULL in what earlier versions published.

ALTER TABLE score_publication
    ADD COLUMN newest_data  DATE         NULL COMMENT 'the newest day with a line, up to score_date',
    ADD COLUMN model_as_of  DATE         NULL COMMENT 'the last day that the model knows',
    ADD COLUMN stale_reason VARCHAR(512) NULL COMMENT 'why the scores are stale although they are published; NULL where they are not';
