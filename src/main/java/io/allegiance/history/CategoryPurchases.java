package io.allegiance.history;

import io.allegiance.platform.RowStream;
import io.allegiance.platform.Sql;
import io.allegiance.platform.StreamingConnections;
import java.time.LocalDate;
import org.springframework.stereotype.Repository;

/** The product days, as far as they tell when customers first bought of a category. */
@Repository
public final class CategoryPurchases {

    private final StreamingConnections connections;

    CategoryPurchases(StreamingConnections connections) {
        this.connections = connections;
    }

    /** Streams the categories of all customers with a purchase up to a date, in order of the customers. */
    public CategoryStream streamAll(LocalDate asOf) {
        RowStream rows = new RowStream(connections);
        rows.query(Sql.get("history/stream_categories"), asOf);
        return new CategoryStream(rows);
    }
}
