package io.allegiance.intake.feed;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.FxRate;
import io.allegiance.intake.line.FxRates;
import io.allegiance.intake.line.IntakeRules;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.OccurredAt;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.platform.sql.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** Rates of exchange, into {@code fx_rate}. A rate is rounded half to even to ten decimals. */
final class FxFeed extends SmallFeed<FxRate> {

    private static final int DECIMALS = 10;
    private static final int LONGEST_TEXT = 64;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(DECIMALS);

    private final OccurredAt occurredAt;

    FxFeed(IntakeSettings settings, DataSource dataSource) {
        super(
                dataSource,
                new Statements(
                        "intake/feed/find_fx_rates",
                        "intake/feed/put_fx_rates",
                        new UndoStatements(
                                "intake/feed/count_fx_rates_of_import",
                                "intake/feed/list_fx_rates_of_import",
                                "intake/feed/delete_fx_rates_of_import")));
        this.occurredAt = new OccurredAt(settings.zone());
    }

    @Override
    public ImportKind kind() {
        return ImportKind.FX;
    }

    @Override
    public FxRate read(LineFields fields, long lineNumber, Occurrences equals) throws RejectedLineException {
        return new FxRate(currency(fields), date(fields), rate(fields.text(Column.RATE)));
    }

    @Override
    public NaturalKey ids(LineFields fields) throws RejectedLineException {
        return new NaturalKey(currency(fields), date(fields).toString());
    }

    private static String currency(LineFields fields) throws RejectedLineException {
        return IntakeRules.currencyCode(fields.text(Column.CURRENCY).toUpperCase(Locale.ROOT));
    }

    private LocalDate date(LineFields fields) throws RejectedLineException {
        return occurredAt.readDate(Column.RATE_DATE, fields.text(Column.RATE_DATE));
    }

    private static BigDecimal rate(String text) throws RejectedLineException {
        if (text.length() > LONGEST_TEXT || !text.matches("\\+?[0-9]*\\.?[0-9]*([eE][-+]?[0-9]{1,2})?")) {
            throw new RejectedLineException(
                    text.startsWith("-") ? RejectionReason.BAD_RATE : RejectionReason.BAD_NUMBER,
                    "rate is no decimal number above zero");
        }
        try {
            return inRange(new BigDecimal(text).setScale(DECIMALS, RoundingMode.HALF_EVEN));
        } catch (NumberFormatException e) {
            throw new RejectedLineException(RejectionReason.BAD_NUMBER, "rate is no decimal number");
        }
    }

    private static BigDecimal inRange(BigDecimal rate) throws RejectedLineException {
        if (rate.signum() <= 0) {
            throw new RejectedLineException(RejectionReason.BAD_RATE, "rate is not above zero");
        }
        if (rate.compareTo(LARGEST) >= 0) {
            throw new RejectedLineException(RejectionReason.NUMBER_OUT_OF_RANGE, "rate is larger than can be stored");
        }
        return rate;
    }

    @Override
    public LocalDate day(FxRate line) {
        return line.date();
    }

    @Override
    List<Object> key(FxRate line) {
        return List.of(line.currency(), line.date());
    }

    @Override
    Object[] row(FxRate line) {
        return new Object[] {line.currency(), line.date(), line.rate()};
    }

    /** Marks the days whose lines may have used another rate, or lacked one: the next night reads them again. */
    @Override
    void changed(List<FxRate> gone, Collection<FxRate> come) {
        KnownDays known = client().sql(Sql.get("intake/feed/find_known_days"))
                .query((row, number) ->
                        new KnownDays(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .single();
        insert(
                "intake/feed/mark_days_of_rate",
                come.stream()
                        .filter(rate -> known.mayUse(rate.date()))
                        .map(FxFeed::toMark)
                        .toList());
    }

    private static Object[] toMark(FxRate rate) {
        LocalDate last = rate.date().plusDays(FxRates.DAYS_VALID);
        return new Object[] {rate.date(), last, rate.date(), last, rate.currency(), rate.date()};
    }

    /** The days that a run has read or is reading; null where there are none. */
    private record KnownDays(
            @Nullable LocalDate first, @Nullable LocalDate last) {

        boolean mayUse(LocalDate rateDate) {
            return first != null
                    && last != null
                    && !rateDate.isAfter(last)
                    && !rateDate.plusDays(FxRates.DAYS_VALID).isBefore(first);
        }
    }

    @Override
    RowMapper<FxRate> stored() {
        return (row, number) -> new FxRate(row.getString(1), row.getObject(2, LocalDate.class), row.getBigDecimal(3));
    }
}
