package io.allegiance.churn.quality;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The figures once more, each straight from its definition, however slow. */
record PlainQuality(Predictions predictions) {

    double logLoss() {
        return mean(i ->
                -Math.log(Math.max(1e-15, predictions.churned(i) ? predictions.churn(i) : 1 - predictions.churn(i))));
    }

    double brier() {
        return mean(i -> Math.pow(predictions.churn(i) - (predictions.churned(i) ? 1 : 0), 2));
    }

    double auc() {
        double won = 0;
        double pairs = 0;
        for (int churned = 0; churned < predictions.size(); churned++) {
            for (int returned = 0; returned < predictions.size(); returned++) {
                if (predictions.churned(churned) && !predictions.churned(returned)) {
                    double lead = predictions.churn(churned) - predictions.churn(returned);
                    won += lead > 0 ? 1 : lead == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return won / pairs;
    }

    double calibrationError() {
        double sum = 0;
        for (int bin = 0; bin < 10; bin++) {
            int tenth = bin;
            int[] inside = IntStream.range(0, predictions.size())
                    .filter(i -> Math.min(9, (int) (predictions.churn(i) * 10)) == tenth)
                    .toArray();
            double predicted =
                    IntStream.of(inside).mapToDouble(predictions::churn).sum();
            long churned = IntStream.of(inside).filter(predictions::churned).count();
            sum += Math.abs(predicted - churned);
        }
        return sum / predictions.size();
    }

    double purchasesMae() {
        return mean(i -> Math.abs(predictions.expectedPurchases(i) - predictions.purchaseDays(i)));
    }

    double purchasesBias() {
        return mean(predictions::expectedPurchases) - mean(predictions::purchaseDays);
    }

    private double mean(IntToDoubleFunction figure) {
        return IntStream.range(0, predictions.size())
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }
}
