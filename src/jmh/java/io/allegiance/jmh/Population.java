package io.allegiance.jmh;

import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.TrainingRows;
import io.allegiance.churn.PopulationAsOf;
import io.allegiance.churn.GapSurvival;
import io.allegiance.churn.ChurnRanking;
import io.allegiance.calendar.OpenDays;
import io.allegiance.btyd.GammaGamma;
import io.allegiance.btyd.MbgNbd;
import io.allegiance.churn.ChurnModel;
import io.allegiance.churn.ChurnTerm;
import io.allegiance.churn.Feature;
import io.allegiance.churn.FeatureCatalogue;
import io.allegiance.crossselling.CategoryLift;
import io.allegiance.crossselling.CoPurchases;
import io.allegiance.history.FoldRules;
import io.allegiance.history.HistoryDay;
import io.allegiance.history.HistoryFold;
import io.allegiance.history.LoyaltyDay;
import io.allegiance.history.LoyaltyFold;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.loyalty.LoyaltyWeights;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.CustomerScorer;
import io.allegiance.scoring.NightThresholds;
import io.allegiance.scoring.ScoringModel;
import io.allegiance.scoring.ScoringPopulation;
import io.allegiance.segment.file.SegmentRulesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up customers with one to some dozens of purchase days of twelve categories, and all that a night scores them with. */
final class Population {

    static final LocalDate DATE = LocalDate.of(2025, 12, 31);
    static final int HORIZON = 90;
    static final int CUSTOMERS = 4_096;

    private static final int OLDEST = 1_000;
    private static final int CATEGORIES = 12;
    private static final int PRODUCTS = 500;
    private static final double GO_ON = 0.75;

    /** Each name is one object, as in the histories that a night reads. */
    private static final List<String> CATEGORY_NAMES =
            IntStream.range(0, CATEGORIES).mapToObj(i -> "category " + i).toList();

    final MbgNbd purchases = new MbgNbd(0.525, 6.183, 0.891, 1.614);
    final List<PurchaseHistory> histories;
    final ScoringModel model;
    final NightThresholds thresholds;
    final CustomerScorer scorer;

    Population() {
        SplittableRandom random = new SplittableRandom(2025);
        histories = IntStream.range(0, CUSTOMERS)
                .mapToObj(number -> history("C%06d".formatted(number), random))
                .toList();
        model = new ScoringModel(
                "2025-12-28-0123456789ab",
                purchases,
                new ChurnRanking(ChurnModel.fit(rows(random))),
                gaps(),
                0.1,
                1.05,
                true,
                new GammaGamma(6.25, 3.74, 15.44),
                HORIZON,
                CategoryLift.of(CoPurchases.count(CATEGORY_NAMES, baskets(random))),
                List.of());
        ScoringPopulation population = new ScoringPopulation(DATE, OpenDays.NONE, model);
        histories.forEach(history -> population.addCustomer(history, 0));
        thresholds = population.toThresholds();
        scorer = scorer(thresholds);
    }

    private CustomerScorer scorer(NightThresholds thresholds) {
        Path file = Path.of("jobs", "segments.yaml");
        try {
            return new CustomerScorer(new CustomerScorer.Night(
                    DATE,
                    OpenDays.NONE,
                    model,
                    thresholds,
                    SegmentRulesFile.read(file.toString(), Files.readAllBytes(file), ChurnBands.DEFAULT.edges()),
                    ChurnBands.DEFAULT,
                    LoyaltyWeights.EVEN,
                    7));
        } catch (IOException e) {
            throw new IllegalStateException("run it in the folder of the project", e);
        }
    }

    private static PurchaseHistory history(String customer, SplittableRandom random) {
        HistoryFold fold = new HistoryFold(customer, DATE, OpenDays.NONE);
        LoyaltyFold loyalty = new LoyaltyFold(DATE, new FoldRules(HORIZON, List.of(), OpenDays.NONE));
        LocalDate date = DATE.minusDays(random.nextInt(OLDEST));
        do {
            HistoryDay day = new HistoryDay(date, true, 10_000L + random.nextInt(900_000), 1_000L * (1 + random.nextInt(9)));
            fold.addDay(day);
            loyalty.addDay(new LoyaltyDay(day, random.nextInt(20) == 0, 2, random.nextInt(3), products(random)));
            date = date.plusDays(1 + random.nextInt(60));
        } while (random.nextDouble() < GO_ON && !date.isAfter(DATE));
        return fold.toPurchaseHistory().with(loyalty.toFacts());
    }

    private static List<LoyaltyDay.ProductLines> products(SplittableRandom random) {
        List<LoyaltyDay.ProductLines> products = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            products.add(new LoyaltyDay.ProductLines(
                    "product " + random.nextInt(PRODUCTS), CATEGORY_NAMES.get(random.nextInt(CATEGORIES)), 1));
        }
        return products;
    }

    private static List<int[]> baskets(SplittableRandom random) {
        return IntStream.range(0, CATEGORIES * CoPurchases.MINIMUM_SUPPORT * CATEGORIES)
                .mapToObj(i -> IntStream.range(0, CATEGORIES)
                        .filter(category -> random.nextInt(3) == 0)
                        .toArray())
                .filter(basket -> basket.length > 0)
                .toList();
    }

    /** With any coefficients: what they are does not change what they cost. */
    private GapSurvival gaps() {
        GapSurvival.Builder gaps = new GapSurvival.Builder();
        histories.forEach(history -> gaps.addCustomer(
                history, CustomerAsOf.summary(history, DATE, OpenDays.NONE).daysSinceLastPurchase()));
        return gaps.build();
    }

    /** Whoever has not bought for long has mostly churned. */
    private TrainingRows rows(SplittableRandom random) {
        PopulationAsOf population = new PopulationAsOf(DATE, OpenDays.NONE, purchases, HORIZON, gaps());
        TrainingRows rows = new TrainingRows();
        for (PurchaseHistory history : histories) {
            CustomerAsOf customer = population.look(history);
            rows.addRow(customer, random.nextInt(300) < customer.daysSinceLastPurchase());
        }
        rows.endCutOff(DATE.minusDays(HORIZON), DATE);
        return rows;
    }
}
