package io.allegiance.explain;

import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.ChurnRanking;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.churn.FeatureCatalogue;
import io.allegiance.churn.FeatureShare;
import io.allegiance.churn.Logit;
import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.UsageException;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.store.Histories;
import io.allegiance.publish.Publication;
import io.allegiance.publish.PublishedScores;
import io.allegiance.publish.Scores;
import io.allegiance.run.Closures;
import io.allegiance.run.RunThresholds;
import io.allegiance.scoring.ChurnReasons;
import io.allegiance.scoring.NightThresholds;
import io.allegiance.scoring.ScoreColumns;
import io.allegiance.scoring.ScoringModel;
import io.allegiance.training.ModelRegistry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Explains published scores, from the customer's days with the model and the level that the night used. */
@Component
public final class Explanations {

    private static final int DIGITS = 6;

    private final Histories histories;
    private final PublishedScores publishedScores;
    private final Scores scores;
    private final ModelRegistry models;
    private final RunThresholds thresholds;
    private final Closures closures;

    Explanations(
            Histories histories,
            PublishedScores publishedScores,
            Scores scores,
            ModelRegistry models,
            RunThresholds thresholds,
            Closures closures) {
        this.histories = histories;
        this.publishedScores = publishedScores;
        this.scores = scores;
        this.models = models;
        this.thresholds = thresholds;
        this.closures = closures;
    }

    /**
     * Explains a customer's score in the publication that readers see.
     *
     * @param customerId compared exactly, but for blanks around it
     * @throws AttentionException when nothing is published yet
     * @throws UsageException when the customer is not in the publication or has no churn probability there
     */
    public Explanation explain(String customerId) {
        Publication publication = publishedScores.getCurrent();
        return find(publication, customerId.strip())
                .orElseThrow(() -> new UsageException("publication " + publication.publication() + " of "
                        + publication.scoreDate() + " has no churn probability of such a customer; ids are compared"
                        + " exactly, and one without a purchase has none"));
    }

    private Optional<Explanation> find(Publication publication, String customerId) {
        Map<String, @Nullable Object> published =
                scores.findColumns(publication.slot(), customerId).orElse(Map.of());
        PurchaseHistory history = histories
                .findHistory(customerId, publication.scoreDate(), closures.getOpenDays(publication.runId()))
                .orElse(null);
        String version = publication.modelVersion();
        if (published.get("churn_probability") == null
                || version == null
                || history == null
                || !history.hasPurchase()) {
            return Optional.empty();
        }
        return Optional.of(explain(publication, models.get(version), history, published));
    }

    private Explanation explain(
            Publication publication,
            ModelRegistry.Registered registered,
            PurchaseHistory history,
            Map<String, @Nullable Object> published) {
        ScoringModel scoring = registered.toScoringModel(ProposalMethod.LIFT);
        OpenDays openDays = closures.getOpenDays(publication.runId());
        ChurnRanking churn = scoring.churn();
        double level = NightThresholds.of(thresholds.get(publication.runId())).churnLevel();
        CustomerAsOf customer = scoring.at(publication.scoreDate(), openDays).look(history);
        return new Explanation(
                history.customerId(),
                publication.scoreDate(),
                publication.publication(),
                scoring.horizonDays(),
                new Explanation.Model(
                        registered.version(),
                        registered.model().asOf(),
                        registered.model().churn().statement(),
                        registered.model().fallbacks()),
                purchases(customer, registered.model().aliveUnknown()),
                rounded(churn.probability(customer, level)),
                (BigDecimal) published.get("churn_probability"),
                churn.isPurchaseModelAlone() ? null : rounded(Logit.probability(churn.base() + level)),
                ChurnReasons.strongestFirst(churn.shares(customer)).stream()
                        .map(share -> line(share, customer, scoring))
                        .toList(),
                Stream.of("reason_1", "reason_2", "reason_3")
                        .map(published::get)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList(),
                loyalty(published),
                (String) published.get("next_best_category"),
                LevelExplanation.of(registered.model().churn().level(), history, publication.scoreDate(), openDays));
    }

    private static Map<String, BigDecimal> loyalty(Map<String, @Nullable Object> published) {
        Map<String, BigDecimal> known = new LinkedHashMap<>();
        for (String column : ScoreColumns.LOYALTY) {
            if (published.get(column) instanceof BigDecimal score) {
                known.put(column, score);
            }
        }
        return known;
    }

    private static Explanation.Purchases purchases(CustomerAsOf customer, @Nullable String aliveUnknown) {
        return new Explanation.Purchases(
                customer.summary().repeatPurchases(),
                customer.summary().lastPurchaseAgeDays(),
                customer.summary().ageDays(),
                aliveUnknown == null ? rounded(customer.probabilityAlive()) : null,
                aliveUnknown,
                rounded(customer.modelChurn()));
    }

    private static Explanation.FeatureLine line(FeatureShare share, CustomerAsOf customer, ScoringModel scoring) {
        boolean isKnown = scoring.aliveKnown() || !share.feature().name().equals(FeatureCatalogue.PROBABILITY_ALIVE);
        double value = isKnown ? share.feature().value().applyAsDouble(customer) : Double.NaN;
        return new Explanation.FeatureLine(
                share.feature().name(),
                share.feature().unit(),
                Double.isNaN(value) ? null : rounded(value),
                rounded(scoring.churn().average(share.feature())),
                rounded(share.share()),
                share.code());
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
