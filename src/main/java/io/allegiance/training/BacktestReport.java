package io.allegiance.training;

import io.allegiance.churn.quality.BandQuality;
import io.allegiance.churn.quality.Quality;
import io.allegiance.churn.quality.ReliabilityBin;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How good predictions would have been at past cut-offs. All numbers are finite.
 *
 * @param horizonDays H
 * @param models the product's model first, then each purchase model alone
 * @param reliability of the product's model at each cut-off, in their order
 * @param pooledReliability of all cut-offs together
 * @param bands of the product's model, by frequency and for the customers with the greatest expected value; empty in a report of an
 *     earlier version
 * @param constantLogLoss the mean log loss of the past churn rate for everybody; null where it is not known at each cut-off
 * @param fits how the churn model of each cut-off came out, in their order; empty in a report of an earlier version
 */
public record BacktestReport(
        int horizonDays,
        List<ModelQuality> models,
        List<Reliability> reliability,
        List<ReliabilityBin> pooledReliability,
        List<BandQuality> bands,
        @Nullable Double constantLogLoss,
        List<CutOffFit> fits) {

    /** The name of the product's model: the ranking of features at the learnt level. */
    public static final String PRODUCT = "Allegiance";

    public BacktestReport {
        models = List.copyOf(models);
        reliability = List.copyOf(reliability);
        pooledReliability = List.copyOf(pooledReliability);
        bands = List.copyOf(Objects.requireNonNullElse(bands, List.of()));
        fits = List.copyOf(Objects.requireNonNullElse(fits, List.of()));
    }

    /**
     * One model at all cut-offs.
     *
     * @param model {@link #PRODUCT} or the purchase model's name
     * @param cutOffs in order
     * @param mean over the cut-offs, each counting the same; null where the model could not be fitted at one of them
     */
    public record ModelQuality(
            String model,
            List<CutOffQuality> cutOffs,
            @Nullable Quality mean) {

        public ModelQuality {
            cutOffs = List.copyOf(cutOffs);
        }

        static ModelQuality of(String model, List<CutOffQuality> cutOffs) {
            List<Quality> known = cutOffs.stream()
                    .flatMap(each -> Optional.ofNullable(each.quality()).stream())
                    .toList();
            return new ModelQuality(model, cutOffs, known.size() < cutOffs.size() ? null : Quality.mean(known));
        }
    }

    /**
     * One model at one cut-off.
     *
     * @param cutOff the last day whose lines the model knew of
     * @param quality against the H days after it; null where nothing could be fitted
     * @param statement how the fit went, in a sentence or two
     */
    public record CutOffQuality(LocalDate cutOff, @Nullable Quality quality, String statement) {}

    /**
     * The product's model at one cut-off, by tenths of its churn probability.
     *
     * @param bins ascending
     */
    public record Reliability(LocalDate cutOff, List<ReliabilityBin> bins) {

        public Reliability {
            bins = List.copyOf(bins);
        }
    }

    /** Finds a model by its name. */
    public Optional<ModelQuality> findModel(String name) {
        return models.stream().filter(each -> each.model().equals(name)).findFirst();
    }

    /** The product's model. */
    public ModelQuality product() {
        return models.get(0);
    }
}
