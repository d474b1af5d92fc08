package io.allegiance.history.store;

import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.read.StreamingConnections;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import org.springframework.stereotype.Repository;

/** Reads from product days when customers first bought of a category. */
@Repository
public final class CategoryPurchases {

    private final StreamingConnections connections;

    CategoryPurchases(StreamingConnections connections) {
        this.connections = connections;
    }

    /** Streams the categories of all customers with a purchase up to a date, in order of the customers. */
    public CategoryStream streamAll(LocalDate asOf) {
        RowStream rows = new RowStream(connections);
        rows.query(Sql.get("history/store/stream_categories"), asOf);
        return new CategoryStream(rows);
    }
}
