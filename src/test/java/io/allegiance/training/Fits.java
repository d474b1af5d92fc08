package io.allegiance.training;

import io.allegiance.btyd.GroupedSpend;
import io.allegiance.btyd.GroupedSummaries;
import io.allegiance.btyd.PurchaseSummary;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** Populations to fit models to. */
final class Fits {

    static final LocalDate AS_OF = LocalDate.of(2025, 12, 28);

    private Fits() {}

    static TrainingSet population(int customers, boolean spendKnown) {
        SplittableRandom random = new SplittableRandom(41);
        GroupedSummaries.Builder purchases = GroupedSummaries.builder();
        GroupedSpend.Builder spend = GroupedSpend.builder();
        for (int i = 0; i < customers; i++) {
            int age = 200 + random.nextInt(200);
            int repeats = random.nextInt(3) == 0 ? 0 : random.nextInt(12);
            int last = repeats == 0 ? 0 : repeats + random.nextInt(age - repeats);
            purchases.add(new PurchaseSummary(repeats, last, age));
            if (repeats > 0 && spendKnown) {
                spend.add(repeats, repeats * (5 + 20 * random.nextDouble()));
            }
        }
        return new TrainingSet(AS_OF.minusDays(400), purchases.build(), spend.build());
    }

    static TrainedModel model(LocalDate asOf, int customers) {
        return new ModelFitter("1.2.3", 90).fit(asOf, population(customers, true), fit -> {});
    }
}
