package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChurnModelTest {

    private static final ChurnModel FIT = ChurnModel.fit(LogisticRegressionTest.rows(4_000));

    /** As an earlier version of the program fitted it. */
    private static final ChurnModel FIRST =
            new ChurnModel(1, 0.3, FIT.terms().subList(0, FeatureCatalogue.OF_FIRST_MODELS), null, null);

    @Test
    void sharesAndTheAverageCustomerAddUpToTheLogit() {
        SplittableRandom random = new SplittableRandom(2);
        for (ChurnModel form : List.of(
                FIT,
                FIT.withWeight(0.5),
                FIT.withoutSupport(),
                FIT.withoutSupport().withWeight(0.5),
                FIRST)) {
            ChurnRanking model = new ChurnRanking(form);
            for (int i = 0; i < 300; i++) {
                CustomerAsOf customer = Customers.random(random);
                double sum = model.base();
                for (double share : model.shares(customer)) {
                    sum += share;
                }
                assertThat(sum).isCloseTo(model.logit(customer), within(1e-9));
            }
        }
    }

    @Test
    void averagedMeansTheMeanOfBothLogits() {
        CustomerAsOf customer = Customers.bought(300, 200, 100);
        double ranking = new ChurnRanking(FIT.withoutSupport()).logit(customer);
        assertThat(new ChurnRanking(FIT.withoutSupport().withWeight(0.5)).logit(customer))
                .isCloseTo((ranking + customer.modelLogit()) / 2, within(1e-12));
    }

    @Test
    void aRareCustomerIsAsThePurchaseModelSays() {
        int[] daysAgo = IntStream.iterate(300, ago -> ago - 3).limit(100).toArray();
        CustomerAsOf best = Customers.bought(daysAgo);
        assertThat(best.summary().repeatPurchases())
                .isGreaterThan(FIT.support().customers().size());
        assertThat(new ChurnRanking(FIT).logit(best)).isCloseTo(best.modelLogit(), within(1e-9));
        assertThat(new ChurnRanking(FIT.withoutSupport()).logit(best)).isNotCloseTo(best.modelLogit(), within(1e-3));
    }

    @Test
    void aModelOfAnEarlierVersionClipsAnAbsurdLogitOfThePurchaseModelInTheAverage() {
        CustomerAsOf gone = Customers.bought(700, 699, 698, 697, 696, 695, 694, 693, 692, 691, 690);
        ChurnTerm logit = FIT.terms().get(0);
        ChurnTerm narrow = new ChurnTerm(logit.feature(), -2, 2, logit.mean(), logit.deviation(), logit.coefficient());
        List<ChurnTerm> terms = new ArrayList<>(FIRST.terms());
        terms.set(0, narrow);
        assertThat(gone.modelLogit()).isGreaterThan(2);
        double regression = new ChurnRanking(new ChurnModel(1, 0.3, terms, null, null)).logit(gone);
        assertThat(new ChurnRanking(new ChurnModel(0.5, 0.3, terms, null, null)).logit(gone))
                .isCloseTo((regression + 2) / 2, within(1e-12));
    }

    @Test
    void alonePurchaseModelsGiveTheirOwnProbabilityAndNoReasons() {
        ChurnRanking alone = new ChurnRanking(ChurnModel.PURCHASE_MODEL_ALONE);
        CustomerAsOf customer = Customers.bought(300, 200, 100);
        assertThat(alone.isPurchaseModelAlone()).isTrue();
        assertThat(alone.probability(customer, 0)).isEqualTo(customer.modelChurn());
        assertThat(alone.logit(customer)).isEqualTo(customer.modelLogit());
        assertThat(alone.shares(customer)).isEmpty();
    }

    @Test
    void theLevelMovesTheLogitOfEverybody() {
        CustomerAsOf customer = Customers.bought(300, 200, 100);
        ChurnRanking model = new ChurnRanking(FIT);
        assertThat(model.probability(customer, 0.7))
                .isCloseTo(1 / (1 + Math.exp(-model.logit(customer) - 0.7)), within(1e-15));
    }

    @Test
    void termsOfAnotherCatalogueAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChurnModel(1, 0, List.of(new ChurnTerm("age", 0, 1, 0, 1, 1)), null, null))
                .withMessageContaining("[age]")
                .withMessageContaining("Train a model with this version");
    }

    @Test
    void theCodeTellsWhichWay() {
        Feature feature = FeatureCatalogue.ALL.get(4);
        assertThat(new FeatureShare(feature, 0.2).code()).isEqualTo("days_since_last_purchase+");
        assertThat(new FeatureShare(feature, -0.2).code()).isEqualTo("days_since_last_purchase-");
        assertThat(new FeatureShare(feature, 0).code()).isEqualTo("days_since_last_purchase");
    }

    @Test
    void theLogisticFunctionNeverOverflows() {
        assertThat(Logit.probability(800)).isEqualTo(1);
        assertThat(Logit.probability(-800)).isZero();
        assertThat(Logit.probability(-700)).isPositive();
        assertThat(Logit.softplus(800)).isEqualTo(800);
        assertThat(Logit.softplus(-800)).isZero();
        assertThat(Logit.softplus(1)).isCloseTo(Math.log(1 + Math.E), within(1e-15));
    }
}
