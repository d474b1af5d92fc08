package io.allegiance.history.store;

import io.allegiance.history.CustomerDay;
import io.allegiance.history.DayHash;
import io.allegiance.platform.load.BulkRow;

/** Days as the rows in which they are written. */
final class DayRows {

    private DayRows() {}

    static BulkRow of(CustomerDay day) {
        return DayRow.of(day, new DayHash().of(day), new BulkRow.Maker());
    }
}
