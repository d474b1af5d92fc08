package io.allegiance.intake.feed;

import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.line.TransactionType;
import io.allegiance.purchase.Money;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What the lines of one currency come to: a control total to hold against the till's own.
 *
 * @param lines number of lines
 * @param purchases the amounts of PURCHASE lines, added up, in the currency, with four decimals
 * @param returns the amounts of RETURN lines, added up, as a number of 0 or more
 * @param unknown number of lines whose amount is unknown; they are in neither sum
 */
public record TradeSums(long lines, BigDecimal purchases, BigDecimal returns, long unknown) {

    private static final int DECIMALS = 4;

    /** Adds up lines of one currency, in any order. For one thread. */
    static final class Counter {

        private final Sum purchases = new Sum();
        private final Sum returns = new Sum();
        private long lines;
        private long unknown;

        void addLine(TransactionLine line) {
            lines++;
            if (line.amount() == Money.UNKNOWN) {
                unknown++;
            } else if (line.type() == TransactionType.RETURN) {
                returns.add(Math.abs(line.amount()));
            } else {
                purchases.add(line.amount());
            }
        }

        TradeSums sums() {
            return new TradeSums(lines, purchases.toDecimal(), returns.toDecimal(), unknown);
        }
    }

    /** A sum of ten-thousandths without a largest value. */
    private static final class Sum {

        private static final long ROOM = Long.MAX_VALUE - Money.LARGEST;

        private BigInteger whole = BigInteger.ZERO;
        private long rest;

        void add(long amount) {
            rest += amount;
            if (Math.abs(rest) > ROOM) {
                whole = whole.add(BigInteger.valueOf(rest));
                rest = 0;
            }
        }

        BigDecimal toDecimal() {
            return new BigDecimal(whole.add(BigInteger.valueOf(rest)), DECIMALS);
        }
    }
}
