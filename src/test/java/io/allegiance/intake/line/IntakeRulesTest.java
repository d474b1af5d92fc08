package io.allegiance.intake.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.purchase.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntakeRulesTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2024, 1, 12, 12, 0);

    private final IntakeRules rules = new IntakeRules(new IntakeSettings(ZoneOffset.UTC, "EUR"));
    private final FxRates rates =
            new FxRates(List.of(new FxRate("GBP", LocalDate.of(2024, 1, 10), new BigDecimal("1.25"))));

    private static RawLine row(
            @Nullable String customer, @Nullable String type, long amount, @Nullable String currency) {
        return new RawLine(
                "T1", "1", customer, NOON, type, amount, currency, Money.UNKNOWN, 20_000, "tea", null, null, "web");
    }

    private void assertRejected(RawLine row, RejectionReason reason) {
        assertThat(rules.check(row, rates))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }

    @Test
    void aRowThatKeepsTheContractComesBackInItsNormalForm() {
        assertThat(rules.check(row(" 42 ", "PURCHASE", 100_000, null), rates))
                .isEqualTo(new TransactionLine(
                        "T1",
                        "1",
                        "42",
                        NOON,
                        TransactionType.PURCHASE,
                        100_000,
                        "",
                        Money.UNKNOWN,
                        20_000,
                        "tea",
                        "",
                        "",
                        "web"));
    }

    @Test
    void moneyIsConvertedToTheReportingCurrency() {
        TransactionLine line = (TransactionLine) rules.check(row("42", "RETURN", 100_000, "gbp"), rates);

        assertThat(line.amount()).isEqualTo(125_000);
        assertThat(line.discount()).isEqualTo(25_000);
        assertThat(line.currency()).isEmpty();
    }

    @Test
    void anAmountInTheReportingCurrencyNeedsNoRate() {
        assertThat(rules.check(row("42", "PURCHASE", 100_000, "EUR"), FxRates.none()))
                .isInstanceOf(TransactionLine.class);
    }

    @Test
    void anUnknownAmountNeedsNoRate() {
        RawLine row = new RawLine(
                "T1", "1", "42", NOON, "PURCHASE", Money.UNKNOWN, "USD", 1, Money.UNKNOWN, null, null, null, null);

        assertThat(((TransactionLine) rules.check(row, rates)).amount()).isEqualTo(Money.UNKNOWN);
    }

    @Test
    void aBlankCustomerIsAnonymousAndNoError() {
        assertThat(((TransactionLine) rules.check(row(null, "PURCHASE", 1, null), rates)).customerId())
                .isEmpty();
    }

    @Test
    void eachBreachOfTheContractHasItsReason() {
        assertRejected(row("42", "purchase", 1, null), RejectionReason.UNKNOWN_TYPE);
        assertRejected(row("42", null, 1, null), RejectionReason.UNKNOWN_TYPE);
        assertRejected(row("42", "PURCHASE", -1, null), RejectionReason.NEGATIVE_AMOUNT);
        assertRejected(row("42", "RETURN", -1, null), RejectionReason.NEGATIVE_AMOUNT);
        assertRejected(row("42", "PURCHASE", Money.OUT_OF_RANGE, null), RejectionReason.NUMBER_OUT_OF_RANGE);
        assertRejected(row("42", "PURCHASE", Money.LARGEST_OF_DAY + 1, null), RejectionReason.NUMBER_OUT_OF_RANGE);
        assertRejected(row("42", "PURCHASE", 1, "ZZZ"), RejectionReason.UNKNOWN_CURRENCY);
        assertRejected(row("42", "PURCHASE", 1, "USD"), RejectionReason.NO_FX_RATE);
        assertRejected(row("4".repeat(65), "PURCHASE", 1, null), RejectionReason.ID_TOO_LONG);
        assertRejected(row("4\n2", "PURCHASE", 1, null), RejectionReason.CONTROL_CHARACTER);
        assertRejected(row("42", "PURCHASE", Money.LARGEST, "GBP"), RejectionReason.NUMBER_OUT_OF_RANGE);
    }

    @Test
    void aRowWithoutATimeOrAKeyIsRefused() {
        assertRejected(
                new RawLine("T", "1", "c", null, "PURCHASE", 1, null, 1, 1, null, null, null, null),
                RejectionReason.MISSING_TIME);
        assertRejected(
                new RawLine("T", null, "c", NOON, "PURCHASE", 1, null, 1, 1, null, null, null, null),
                RejectionReason.MISSING_ID);
        assertRejected(
                new RawLine("T", "1", "c", NOON.withYear(2300), "PURCHASE", 1, null, 1, 1, null, null, null, null),
                RejectionReason.TIME_OUT_OF_RANGE);
    }

    @Test
    void aTimeThatWasNotSetOrLiesBeforeTheEarliestDateIsRefused() {
        assertRejected(at("1970-01-01T13:00"), RejectionReason.TIME_OUT_OF_RANGE);
        assertRejected(at("1989-12-31T23:59"), RejectionReason.TIME_OUT_OF_RANGE);
        assertThat(rules.check(at("1990-01-01T00:00"), rates)).isInstanceOf(TransactionLine.class);

        IntakeRules old =
                new IntakeRules(new IntakeSettings(ZoneOffset.UTC, "EUR", new EarliestDate(LocalDate.of(1970, 1, 1))));
        assertThat(old.check(at("1970-01-02T00:00"), rates)).isInstanceOf(TransactionLine.class);
        assertThat(((Rejection) old.check(at("1970-01-01T00:00"), rates)).detail())
                .isEqualTo("occurred_at is on 1970-01-01, as a time that was not set is written");
    }

    private static RawLine at(String time) {
        return new RawLine("T", "1", "c", LocalDateTime.parse(time), "PURCHASE", 1, null, 1, 1, null, null, null, null);
    }
}
