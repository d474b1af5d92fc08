package io.allegiance.report.benefit;

import java.time.LocalDate;
import java.util.List;

/** The tenure of a customer: days since the first purchase day. */
enum Tenure {
    UNDER_90("under 90 days", 0),
    FROM_90("90 to 179 days", 90),
    FROM_180("180 to 364 days", 180),
    FROM_365("365 to 729 days", 365),
    FROM_730("730 days and more", 730);

    private static final List<Tenure> ALL = List.of(values());

    private final String label;
    private final int leastDays;

    Tenure(String label, int leastDays) {
        this.label = label;
        this.leastDays = leastDays;
    }

    String label() {
        return label;
    }

    static Tenure of(LocalDate firstPurchaseDay, LocalDate date) {
        long days = date.toEpochDay() - firstPurchaseDay.toEpochDay();
        Tenure found = UNDER_90;
        for (Tenure tenure : ALL) {
            found = days >= tenure.leastDays ? tenure : found;
        }
        return found;
    }
}
