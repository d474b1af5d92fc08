package io.allegiance.doctor;

import io.allegiance.intake.line.FxRates;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.intake.quarantine.Quarantine;
import io.allegiance.intake.source.FxRateTable;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.wording.Counted;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rates of exchange for the currencies of the newest day up to tonight's, and lines that wait for one. */
@Component
final class RatesCheck implements HealthCheck {

    private final StateQueries records;
    private final Quarantine quarantine;
    private final SourceTransactions source;
    private final FxRateTable table;
    private final String reportingCurrency;
    private final CheckClock tonight;

    RatesCheck(
            StateQueries records,
            Quarantine quarantine,
            SourceTransactions source,
            FxRateTable table,
            BusinessSettings business,
            CheckClock tonight) {
        this.records = records;
        this.quarantine = quarantine;
        this.source = source;
        this.table = table;
        this.reportingCurrency = business.reportingCurrency();
        this.tonight = tonight;
    }

    @Override
    public List<Finding> examine() {
        LocalDate day = source.findLastDate()
                .filter(last -> last.isBefore(tonight.date()))
                .orElse(tonight.date());
        FxRates rates = table.load();
        List<String> lacking = records.listCurrencies(source.getShape(), day).stream()
                .filter(currency -> !currency.equals(reportingCurrency))
                .filter(currency -> rates.find(currency, day).isEmpty())
                .toList();
        long waiting = quarantine.countDays(RejectionReason.NO_FX_RATE).lines();
        if (lacking.isEmpty() && waiting == 0) {
            return List.of(Finding.ok("rates", "there is one for every currency of " + day));
        }
        String found = lacking.isEmpty()
                ? ""
                : "none for " + String.join(", ", lacking) + " on " + day + " or the " + FxRates.DAYS_VALID
                        + " days before: those lines would be rejected; ";
        return List.of(Finding.warn(
                "rates",
                found + Counted.of(waiting, "rejected line waits", "rejected lines wait") + " for one",
                "allegiance import --kind fx FILE"));
    }
}
