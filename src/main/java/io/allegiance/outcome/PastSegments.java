package io.allegiance.outcome;

import io.allegiance.platform.sql.KeyBatches;
import io.allegiance.platform.sql.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The segments of customers in past publications: from the rows of the publication while they are kept, else from the feed of
 * segment changes, which tells what readers saw.
 */
@Repository
public final class PastSegments {

    private static final int CUSTOMERS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    PastSegments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns the segments of customers by their ids. A customer whose segment is not known is missing; where the rows are gone,
     * that is everybody when the feed was shortened, or when readers saw a later date at the time.
     */
    Map<String, String> get(PastPublication past, List<String> customers) {
        Map<String, String> segments = new HashMap<>();
        if (past.retained()) {
            read("outcome/list_segments_of_slot", "slot", past.slot(), customers, segments);
        } else if (isInFeed(past.publication())) {
            read("outcome/list_segments_of_feed", "publication", past.publication(), customers, segments);
        }
        return segments;
    }

    private boolean isInFeed(long publication) {
        return jdbc.sql(Sql.get("outcome/count_feed_gaps"))
                        .param(publication)
                        .query(Long.class)
                        .single()
                == 0;
    }

    private void read(String statement, String key, long number, List<String> customers, Map<String, String> segments) {
        for (List<String> some : KeyBatches.of(customers, CUSTOMERS_AT_ONCE)) {
            jdbc.sql(Sql.get(statement))
                    .param(key, number)
                    .param("customers", some)
                    .query(row -> {
                        segments.put(row.getString("customer_id"), row.getString("segment"));
                    });
        }
    }
}
