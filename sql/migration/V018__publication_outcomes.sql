-- Past publications against what happened: once the horizon of a publication has passed, training records how good it was.

ALTER TABLE score_publication
    ADD COLUMN mean_churn_low  DECIMAL(7, 6) NULL
        COMMENT 'lower end of the interval of the mean churn probability; NULL where the model has none',
    ADD COLUMN mean_churn_high DECIMAL(7, 6) NULL COMMENT 'its upper end';
