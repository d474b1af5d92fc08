package io.allegiance.history;

import io.allegiance.platform.BulkRow;

/** Days as the rows in which they are written. */
final class DayRows {

    private DayRows() {}

    static BulkRow of(CustomerDay day) {
        return DayRow.of(day, new DayHash().of(day), new BulkRow.Maker());
    }
}
