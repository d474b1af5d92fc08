package io.allegiance.intake.preview;

import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.RejectedLineException;
import java.time.ZoneId;
import java.util.Optional;

/** Times of day without an offset: in which zone they are taken to be. */
final class ZoneDoubt implements Doubt {

    private static final int DATE_LENGTH = 10;

    private final ZoneId zone;
    private boolean timeWithoutZone;

    /** @param zone in which such times are read */
    ZoneDoubt(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public void addLine(LineFields fields) throws RejectedLineException {
        if (timeWithoutZone) {
            return;
        }
        String time = fields.text(Column.OCCURRED_AT);
        timeWithoutZone = time.length() > DATE_LENGTH && !hasOffset(time);
    }

    private static boolean hasOffset(String time) {
        return time.endsWith("Z") || time.indexOf('+', DATE_LENGTH) > 0 || time.indexOf('-', DATE_LENGTH) > 0;
    }

    @Override
    public Optional<String> describe() {
        return timeWithoutZone
                ? Optional.of("times without an offset are taken to be in the zone " + zone + ": set allegiance.zone in"
                        + " jobs/nightly.yaml, or type 'score FILE --zone ZONE', where that is another")
                : Optional.empty();
    }
}
