-- Lists the days that runs have taken in or planned to.
SELECT business_date
FROM business_day
UNION
SELECT business_date
FROM run_day
