package io.allegiance.history.store;

import io.allegiance.decimal.ExactSum;
import io.allegiance.decimal.FixedPoint;
import io.allegiance.history.CustomerDay;
import io.allegiance.history.DayIntake;
import io.allegiance.history.DayLineCount;
import io.allegiance.history.SourceRejection;
import io.allegiance.intake.line.RawLine;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.source.SourceTransactions.AnonymousTotals;
import io.allegiance.purchase.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the lines of one day, and keeps those refused. */
final class LineCounter {

    private final LocalDate businessDate;
    private final List<SourceRejection> rejections = new ArrayList<>();
    private long takenIn;
    private long anonymous;
    private long rejected;
    private int unnamedDays;
    private long unnamedLines;
    private final ExactSum amountSum = new ExactSum();
    private final ExactSum purchaseAmount = new ExactSum();

    LineCounter(LocalDate businessDate) {
        this.businessDate = businessDate;
    }

    void addAnonymousLines(AnonymousTotals nameless) {
        anonymous += nameless.lineCount();
        amountSum.addUnits(nameless.amountSum().movePointRight(FixedPoint.MONEY).toBigIntegerExact());
    }

    void addAnonymous(RawLine line) {
        anonymous++;
        addAmount(line);
    }

    void addRejected(RawLine line, Rejection rejection) {
        rejected++;
        addAmount(line);
        rejections.add(SourceRejection.of(businessDate, line, rejection));
    }

    void addTakenIn(RawLine source) {
        takenIn++;
        addAmount(source);
    }

    /** @param unnamed the lines of the day whose product is not kept */
    void addFolded(CustomerDay day, int unnamed) {
        unnamedDays += unnamed > 0 ? 1 : 0;
        unnamedLines += unnamed;
        if (day.purchaseAmount() != null) {
            purchaseAmount.addUnits(day.purchaseAmount());
        }
    }

    private void addAmount(RawLine line) {
        if (line.amount() != Money.UNKNOWN && line.amount() != Money.OUT_OF_RANGE) {
            amountSum.addUnits(line.amount());
        }
    }

    /** Takes the lines refused since the last call. */
    List<SourceRejection> takeRejections() {
        List<SourceRejection> taken = List.copyOf(rejections);
        rejections.clear();
        return taken;
    }

    /** Takes the customers' days with too many products since the last call. */
    DayIntake.Unnamed takeUnnamed() {
        DayIntake.Unnamed taken = new DayIntake.Unnamed(unnamedDays, unnamedLines);
        unnamedDays = 0;
        unnamedLines = 0;
        return taken;
    }

    DayLineCount toDayCount() {
        return new DayLineCount(
                businessDate, takenIn, anonymous, rejected, decimal(amountSum), decimal(purchaseAmount));
    }

    private static BigDecimal decimal(ExactSum units) {
        return new BigDecimal(units.total(), FixedPoint.MONEY);
    }
}
