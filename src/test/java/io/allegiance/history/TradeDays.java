package io.allegiance.history;

import io.allegiance.purchase.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up days with returns that find their purchase, find its product alone, or find neither. */
public final class TradeDays {

    private TradeDays() {}

    /** Days up to a date, in order. */
    static List<TradeDay> random(SplittableRandom random, LocalDate asOf) {
        return LoyaltyDays.random(random, asOf, 300).stream()
                .map(day -> of(random.nextInt(1_000), day))
                .toList();
    }

    /** A day as it is, with transactions and returns that depend on the seed and the date alone. */
    public static TradeDay of(int seed, LoyaltyDay day) {
        SplittableRandom random =
                new SplittableRandom(31L * seed + day.day().businessDate().toEpochDay());
        List<ReturnSum> returns = new ArrayList<>();
        for (int i = day.returned() ? 1 + random.nextInt(3) : 0; i > 0; i--) {
            returns.add(returned(
                    random.nextInt(3) == 0 ? "" : "T" + random.nextInt(6),
                    random.nextBoolean() ? "tea" : "",
                    random.nextInt(15) == 0 ? Money.UNKNOWN : 5_000L * random.nextInt(9)));
        }
        return new TradeDay(
                day.day(),
                Keys.ofNames(IntStream.range(0, day.day().purchaseDay() ? 2 : 0)
                        .mapToObj(i -> "T" + random.nextInt(6))
                        .toList()),
                Keys.ofNames(day.products().stream()
                        .map(LoyaltyDay.ProductLines::product)
                        .toList()),
                DayReturns.of(returns, Map.of()).returns());
    }

    static ReturnSum returned(String transaction, String product, long amount) {
        return new ReturnSum(MatchKey.of(transaction), MatchKey.of(product), amount);
    }
}
