-- Rights on single tables and views. Run after the first 'jobs/allegiance migrate', as an administrator: a right cannot be
-- given on a table that is not there yet.

-- MySQL asks for DROP to truncate a partition.
GRANT DROP ON allegiance.customer_score TO allegiance_maintain;

GRANT SELECT, INSERT, UPDATE, DELETE ON allegiance.feed_manifest TO allegiance_feeder;

GRANT SELECT ON allegiance.current_customer_score TO allegiance_reader;
GRANT SELECT ON allegiance.customer_score_history TO allegiance_reader;
GRANT SELECT ON allegiance.segment_change TO allegiance_reader;
GRANT SELECT ON allegiance.segment_summary TO allegiance_reader;
GRANT SELECT ON allegiance.score_publication TO allegiance_reader;
GRANT SELECT ON allegiance.score_pointer TO allegiance_reader;
