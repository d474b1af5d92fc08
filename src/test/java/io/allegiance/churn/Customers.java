package io.allegiance.churn;

import io.allegiance.btyd.MbgNbd;
import io.allegiance.calendar.OpenDays;
import io.allegiance.history.HistoryDay;
import io.allegiance.history.HistoryFold;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Customers as of a date, seeded. */
final class Customers {

    static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);
    static final int HORIZON = 90;
    static final MbgNbd MODEL = new MbgNbd(0.525, 6.183, 0.891, 1.614);

    private Customers() {}

    /** A customer who bought so many days ago, the longest ago first, for 10.00 and two pieces a day. */
    static CustomerAsOf bought(int... daysAgo) {
        HistoryFold fold = new HistoryFold("C", AS_OF, OpenDays.NONE);
        for (int ago : daysAgo) {
            fold.addDay(new HistoryDay(AS_OF.minusDays(ago), true, 100_000L, 2_000L));
        }
        return customer(fold);
    }

    static CustomerAsOf boughtForUnknown(int... daysAgo) {
        HistoryFold fold = new HistoryFold("C", AS_OF, OpenDays.NONE);
        for (int ago : daysAgo) {
            fold.addDay(new HistoryDay(AS_OF.minusDays(ago), true, null, null));
        }
        return customer(fold);
    }

    static CustomerAsOf random(SplittableRandom random) {
        HistoryFold fold = new HistoryFold("C", AS_OF, OpenDays.NONE);
        boolean known = random.nextInt(5) > 0;
        for (int ago = random.nextInt(900), gap = 1 + random.nextInt(200); ago >= 0; ago -= 1 + random.nextInt(gap)) {
            fold.addDay(new HistoryDay(
                    AS_OF.minusDays(ago), true, known ? random.nextLong(2_000_000) : null, known ? 3_000L : null));
            ago -= random.nextInt(6) == 0 ? 900 : 0;
        }
        return customer(fold);
    }

    private static CustomerAsOf customer(HistoryFold fold) {
        return new PopulationAsOf(AS_OF, OpenDays.NONE, MODEL, HORIZON, GapSurvival.NONE)
                .look(fold.toPurchaseHistory());
    }
}
