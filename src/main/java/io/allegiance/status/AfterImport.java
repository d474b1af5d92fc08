package io.allegiance.status;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.training.ModelRegistry;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The command to type after an import. */
@Component
public final class AfterImport {

    private static final String STATUS = "allegiance status";

    private final Publications publications;
    private final ModelRegistry models;
    private final Clock clock;

    AfterImport(Publications publications, ModelRegistry models, Clock clock) {
        this.publications = publications;
        this.models = models;
        this.clock = clock;
    }

    /**
     * Advises what to type next: {@code train} where no model can be used; else the night that uses what landed first, that
     * of the last day of the lines, at most yesterday, or the night after the one that readers see.
     */
    public String advise(ImportKind kind, ImportReport report) {
        LocalDate today = LocalDate.now(clock);
        LocalDate last = report.content().lastDay();
        if (last == null) {
            return report.rejected() > 0 ? "allegiance rejects" : STATUS;
        }
        if (kind != ImportKind.TRANSACTION) {
            return STATUS;
        }
        if (models.findActiveVersion(today).isEmpty()) {
            return "allegiance train";
        }
        LocalDate night = last.isBefore(today) ? last : today.minusDays(1);
        LocalDate seen = publications.findCurrent().map(Publication::scoreDate).orElse(LocalDate.MIN);
        LocalDate after = seen.isBefore(night) ? night : seen.plusDays(1);
        return after.isBefore(today) ? "allegiance nightly --date " + after : STATUS;
    }
}
