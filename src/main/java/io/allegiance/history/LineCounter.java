package io.allegiance.history;

import io.allegiance.intake.Rejection;
import io.allegiance.intake.SourceLine;
import io.allegiance.intake.SourceTransactions.Nameless;
import io.allegiance.purchase.ExactSum;
import io.allegiance.purchase.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Counts what becomes of the lines of one day, and keeps those refused. */
final class LineCounter {

    private static final int MONEY_DIGITS = 4;

    private final LocalDate businessDate;
    private final List<SourceRejection> rejections = new ArrayList<>();
    private long takenIn;
    private long anonymous;
    private long rejected;
    private final ExactSum amountSum = new ExactSum();
    private final ExactSum purchaseAmount = new ExactSum();

    LineCounter(LocalDate businessDate) {
        this.businessDate = businessDate;
    }

    void addNameless(Nameless nameless) {
        anonymous += nameless.lineCount();
        amountSum.add(nameless.amountSum().movePointRight(MONEY_DIGITS).toBigIntegerExact());
    }

    void addAnonymous(SourceLine line) {
        anonymous++;
        addAmount(line);
    }

    void addRejected(SourceLine line, Rejection rejection) {
        rejected++;
        addAmount(line);
        rejections.add(SourceRejection.of(businessDate, line, rejection));
    }

    void addTakenIn(SourceLine source) {
        takenIn++;
        addAmount(source);
    }

    void addFolded(CustomerDay day) {
        if (day.purchaseAmount() != null) {
            purchaseAmount.add(day.purchaseAmount());
        }
    }

    private void addAmount(SourceLine line) {
        if (line.amount() != Money.UNKNOWN && line.amount() != Money.OUT_OF_RANGE) {
            amountSum.add(line.amount());
        }
    }

    /** Takes the lines refused since the last call. */
    List<SourceRejection> takeRejections() {
        List<SourceRejection> taken = List.copyOf(rejections);
        rejections.clear();
        return taken;
    }

    DayCount toDayCount() {
        return new DayCount(businessDate, takenIn, anonymous, rejected, decimal(amountSum), decimal(purchaseAmount));
    }

    private static BigDecimal decimal(ExactSum units) {
        return new BigDecimal(units.total(), MONEY_DIGITS);
    }
}
