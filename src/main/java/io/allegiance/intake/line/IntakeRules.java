package io.allegiance.intake.line;

import io.allegiance.customer.CustomerId;
import io.allegiance.purchase.Money;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The input contract for one line: what files and the source view have in common. It keeps no state, so one serves
 * every thread.
 */
public final class IntakeRules {

    static final int FIRST_YEAR = 1970;
    static final int LAST_YEAR = 2199;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private final String reportingCurrency;
    private final EarliestDate earliestDate;

    public IntakeRules(IntakeSettings settings) {
        this.reportingCurrency = settings.reportingCurrency();
        this.earliestDate = settings.earliestDate();
    }

    /**
     * Holds a row of the source view against the contract and converts it to the reporting currency. The type must be
     * {@code PURCHASE} or {@code RETURN} as written, and the amount not below zero; on a RETURN the signs of quantity
     * and discount do not count.
     */
    public CheckedLine check(RawLine row, FxRates rates) {
        try {
            TransactionLine line = normal(row, typeOf(row.type()));
            if (line.transactionId().isEmpty() || line.lineKey().isEmpty()) {
                throw new RejectedLineException(RejectionReason.MISSING_ID, "transaction_id or line_key is blank");
            }
            return inReportingCurrency(line, rates);
        } catch (RejectedLineException e) {
            return e.rejection();
        }
    }

    /** The line in its normal form and in its own currency. */
    public TransactionLine normal(RawLine row, TransactionType type) throws RejectedLineException {
        boolean returned = type == TransactionType.RETURN;
        return new TransactionLine(
                id(Column.TRANSACTION_ID, row.transactionId()),
                id(Column.LINE_KEY, row.lineKey()),
                id(Column.CUSTOMER_ID, row.customerId()),
                time(row.occurredAt()),
                type,
                positive(Column.AMOUNT, row.amount(), RejectionReason.NEGATIVE_AMOUNT),
                currency(row.currency()),
                positive(Column.QUANTITY, unsigned(row.quantity(), returned), RejectionReason.NEGATIVE_QUANTITY),
                positive(Column.DISCOUNT, unsigned(row.discount(), returned), RejectionReason.NEGATIVE_DISCOUNT),
                label(Column.CATEGORY, row.category()),
                label(Column.PRODUCT, row.product()),
                label(Column.STORE, row.store()),
                label(Column.CHANNEL, row.channel()));
    }

    private static TransactionType typeOf(@Nullable String type) throws RejectedLineException {
        if ("PURCHASE".equals(type)) {
            return TransactionType.PURCHASE;
        }
        if ("RETURN".equals(type)) {
            return TransactionType.RETURN;
        }
        throw new RejectedLineException(RejectionReason.UNKNOWN_TYPE, "type is neither PURCHASE nor RETURN");
    }

    public static String id(Column column, @Nullable String text) throws RejectedLineException {
        String id = CustomerId.of(text);
        if (CustomerId.isTooLong(id)) {
            throw new RejectedLineException(
                    RejectionReason.ID_TOO_LONG, column.title() + " has more than 64 characters");
        }
        if (CustomerId.hasControlCharacter(id)) {
            throw new RejectedLineException(
                    RejectionReason.CONTROL_CHARACTER, column.title() + " holds a control character");
        }
        return id;
    }

    /** An id that may not be missing. */
    public static String requiredId(Column column, @Nullable String text) throws RejectedLineException {
        String id = id(column, text);
        if (id.isEmpty()) {
            throw new RejectedLineException(RejectionReason.MISSING_ID, column.title() + " is blank");
        }
        return id;
    }

    /** Checks a text that is not an id: line breaks and tabs are allowed, other control characters are damage. */
    public static String label(Column column, @Nullable String text) throws RejectedLineException {
        if (text == null) {
            return "";
        }
        String label = text.strip();
        if (CustomerId.isTooLong(label)) {
            throw new RejectedLineException(
                    RejectionReason.TEXT_TOO_LONG, column.title() + " has more than 64 characters");
        }
        if (CustomerId.hasControlCharacter(label) && !label.chars().allMatch(IntakeRules::belongsToText)) {
            throw new RejectedLineException(
                    RejectionReason.CONTROL_CHARACTER, column.title() + " holds a control character");
        }
        return label;
    }

    private static boolean belongsToText(int c) {
        return c >= ' ' && c != 0x7f || c == '\t' || c == '\n' || c == '\r';
    }

    /** A time that is there and within the dates that count. */
    public LocalDateTime time(@Nullable LocalDateTime time) throws RejectedLineException {
        if (time == null) {
            throw new RejectedLineException(RejectionReason.MISSING_TIME, "occurred_at is blank");
        }
        if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
            throw new RejectedLineException(
                    RejectionReason.TIME_OUT_OF_RANGE, "occurred_at lies outside the years 1970 to 2199");
        }
        earliestDate.require(Column.OCCURRED_AT, time.toLocalDate());
        return time;
    }

    private static long unsigned(long number, boolean returned) {
        return returned && number < 0 && number != Money.UNKNOWN ? -number : number;
    }

    private static long positive(Column column, long number, RejectionReason negative) throws RejectedLineException {
        if (number == Money.OUT_OF_RANGE) {
            throw new RejectedLineException(
                    RejectionReason.NUMBER_OUT_OF_RANGE, column.title() + " is larger than can be stored");
        }
        if (number > Money.LARGEST_OF_DAY) {
            throw new RejectedLineException(
                    RejectionReason.NUMBER_OUT_OF_RANGE, column.title() + " is larger than 10,000,000,000");
        }
        if (number < 0 && number != Money.UNKNOWN) {
            throw new RejectedLineException(negative, column.title() + " is below zero");
        }
        return number;
    }

    /** The code in upper case; empty for the reporting currency, so that equal content is equal. */
    String currency(@Nullable String text) throws RejectedLineException {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String code = text.strip().toUpperCase(Locale.ROOT);
        return code.isEmpty() || code.equals(reportingCurrency) ? "" : currencyCode(code);
    }

    public static String currencyCode(String code) throws RejectedLineException {
        if (!CURRENCIES.contains(code)) {
            throw new RejectedLineException(RejectionReason.UNKNOWN_CURRENCY, "currency is no ISO 4217 code");
        }
        return code;
    }

    /** The line with its amounts in the reporting currency. */
    public TransactionLine inReportingCurrency(TransactionLine line, FxRates rates) throws RejectedLineException {
        return line.currency().isEmpty() ? line : converted(line, rates);
    }

    private static TransactionLine converted(TransactionLine line, FxRates rates) throws RejectedLineException {
        if (line.amount() == Money.UNKNOWN && line.discount() == Money.UNKNOWN) {
            return line.inReportingCurrency(Money.UNKNOWN, Money.UNKNOWN);
        }
        Optional<BigDecimal> rate =
                rates.find(line.currency(), line.occurredAt().toLocalDate());
        if (rate.isEmpty()) {
            throw new RejectedLineException(
                    RejectionReason.NO_FX_RATE, "there is no rate of " + line.currency() + " for the day");
        }
        return line.inReportingCurrency(
                converted(Column.AMOUNT, line.amount(), rate.get()),
                converted(Column.DISCOUNT, line.discount(), rate.get()));
    }

    private static long converted(Column column, long units, BigDecimal rate) throws RejectedLineException {
        return units == Money.UNKNOWN
                ? units
                : positive(column, Money.convert(units, rate), RejectionReason.NEGATIVE_AMOUNT);
    }
}
