package io.allegiance.report.benefit;

import io.allegiance.report.figure.EarlierPublication;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which night is measured.
 *
 * @param date its business date
 * @param horizonDays H of the model
 * @param returnDays the days within which a purchase after an incident counts as a return, as its histories were folded
 * @param older what observed retention starts from; null where there is nothing old enough
 * @param olderSegments the customers of each of its segments; empty where there is nothing old enough
 */
public record MeasuredNight(
        LocalDate date,
        int horizonDays,
        int returnDays,
        @Nullable EarlierPublication older,
        Map<String, Long> olderSegments) {

    /** The least age, in days, of the publication that observed retention starts from. */
    public static final int OLDER_DAYS = 28;

    public MeasuredNight {
        olderSegments = Map.copyOf(olderSegments);
    }
}
