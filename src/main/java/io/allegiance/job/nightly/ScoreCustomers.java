package io.allegiance.job.nightly;

import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.customer.CustomerRange;
import io.allegiance.history.store.Histories;
import io.allegiance.job.partition.PartitionOfRun;
import io.allegiance.job.partition.PartitionWork;
import io.allegiance.job.step.RunParameters;
import io.allegiance.publish.HorizonScores;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.publish.ScorableHistories;
import io.allegiance.publish.ScorableHistories.Scorable;
import io.allegiance.publish.Scores;
import io.allegiance.run.Closures;
import io.allegiance.run.Run;
import io.allegiance.run.RunThresholds;
import io.allegiance.run.Runs;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.CustomerScorer;
import io.allegiance.scoring.EncodedCustomer;
import io.allegiance.scoring.ExportRow;
import io.allegiance.scoring.HorizonDigest;
import io.allegiance.scoring.HorizonRow;
import io.allegiance.scoring.HorizonScore;
import io.allegiance.scoring.NightThresholds;
import io.allegiance.scoring.PublicationDigests;
import io.allegiance.scoring.RowDigest;
import io.allegiance.scoring.ScoredCustomer;
import io.allegiance.scoring.ScoringModel;
import io.allegiance.settings.nightly.ConfigurationSource;
import io.allegiance.settings.nightly.FrozenConfiguration;
import io.allegiance.training.ModelRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Step of a night: scores every customer into the run's slot. Position and digests are saved with the rows they speak
 * of.
 */
@Component
public final class ScoreCustomers {

    /** The step's name. */
    public static final String NAME = "scoreCustomers";

    static final String LAST = "last";
    static final String ROWS = "rows";
    static final String ROW_DIGEST = "row_digest";
    static final String SCORE_DIGEST = "score_digest";
    static final String HORIZON_DIGEST = "horizon_digest";

    private final Histories histories;
    private final ScorableHistories scorable;
    private final Scores scores;
    private final HorizonScores horizons;
    private final Runs runs;
    private final RunThresholds thresholds;
    private final ModelRegistry models;
    private final Publications publications;
    private final ConfigurationSource configurations;
    private final Closures closures;
    private @Nullable ScoringModel model;
    private @Nullable ProposalMethod modelProposesBy;

    ScoreCustomers(
            Histories histories,
            ScorableHistories scorable,
            Scores scores,
            HorizonScores horizons,
            Runs runs,
            RunThresholds thresholds,
            ModelRegistry models,
            Publications publications,
            ConfigurationSource configurations,
            Closures closures) {
        this.histories = histories;
        this.scorable = scorable;
        this.scores = scores;
        this.horizons = horizons;
        this.runs = runs;
        this.thresholds = thresholds;
        this.models = models;
        this.publications = publications;
        this.configurations = configurations;
        this.closures = closures;
    }

    /** Cuts all customers with a history. */
    public List<CustomerRange> cut(RunParameters run, int ranges) {
        return histories.listRanges(ranges);
    }

    /** Counts all customers with a history. */
    public long countAll() {
        return histories.count();
    }

    /** Opens a partition, behind the last customer whose score is written. */
    public PartitionWork<EncodedCustomer> open(PartitionOfRun partition, Map<String, String> position) {
        Run run = runs.get(partition.runId());
        Run.Frozen frozen = run.getFrozen();
        int previousSlot = frozen.previousPublication() == null
                ? Publication.NO_SLOT
                : publications.get(frozen.previousPublication()).slot();
        String last = position.getOrDefault(LAST, "");
        return new Work(
                scorer(run),
                scorable.stream(partition.range(), last, partition.businessDate(), previousSlot),
                Objects.requireNonNull(frozen.slot()),
                position);
    }

    /** One for all partitions: its table of categories may take tens of megabytes. */
    private synchronized ScoringModel scoringModel(String version, ProposalMethod nextCategory) {
        ScoringModel known = model;
        if (known == null || !known.version().equals(version) || modelProposesBy != nextCategory) {
            known = models.get(version).toScoringModel(nextCategory);
            model = known;
            modelProposesBy = nextCategory;
        }
        return known;
    }

    /** Returns what scores the customers of a run that has its thresholds. */
    public CustomerScorer scorer(Run run) {
        FrozenConfiguration configuration = configurations.getFrozen(run);
        NightThresholds frozen = NightThresholds.of(thresholds.get(run.runId()));
        ChurnBands bands = configuration.toChurnBands(frozen);
        return new CustomerScorer(new CustomerScorer.Night(
                run.businessDate(),
                closures.getOpenDays(run.runId()),
                scoringModel(run.getFrozen().getModelVersion(), configuration.toNextCategory())
                        .withoutCategories(configuration.leftOut()),
                frozen,
                configuration.toSegmentRules(bands),
                bands,
                configuration.toLoyaltyWeights(),
                configuration.toSegmentHoldDays()));
    }

    private final class Work implements PartitionWork<EncodedCustomer> {

        private final CustomerScorer scorer;
        private final ScorableHistories.ScorableStream stream;
        private final int slot;
        private final boolean hasFurther;
        private final ExportRow row = new ExportRow();
        private final PublicationDigests digests = new PublicationDigests();
        private final HorizonRow horizonRow = new HorizonRow();
        private final HorizonDigest horizonDigest = new HorizonDigest();
        private final RowDigest rowsBefore;
        private final RowDigest scoresBefore;
        private final RowDigest horizonsBefore;
        private final long before;
        private String last;

        Work(CustomerScorer scorer, ScorableHistories.ScorableStream stream, int slot, Map<String, String> position) {
            this.scorer = scorer;
            this.stream = stream;
            this.slot = slot;
            this.hasFurther = scorer.hasFurtherHorizons();
            this.last = position.getOrDefault(LAST, "");
            this.before = Long.parseLong(position.getOrDefault(ROWS, "0"));
            this.rowsBefore = RowDigest.parse(position.getOrDefault(ROW_DIGEST, RowDigest.ZERO.toString()));
            this.scoresBefore = RowDigest.parse(position.getOrDefault(SCORE_DIGEST, RowDigest.ZERO.toString()));
            this.horizonsBefore = RowDigest.parse(position.getOrDefault(HORIZON_DIGEST, RowDigest.ZERO.toString()));
        }

        @Override
        public @Nullable EncodedCustomer read() {
            Scorable next = stream.read();
            return next == null ? null : encode(scorer.scoreAll(next.history(), next.referredBuyers(), next.before()));
        }

        private EncodedCustomer encode(ScoredCustomer customer) {
            CustomerScore.Key key = customer.score().key();
            List<byte[]> further = new ArrayList<>(customer.further().size());
            for (HorizonScore each : customer.further()) {
                further.add(horizonRow
                        .encode(key.customerId(), key.scoreDate(), each)
                        .toBytes());
            }
            return new EncodedCustomer(row.toEncoded(customer.score()), further);
        }

        @Override
        public void write(List<? extends EncodedCustomer> chunk) {
            scores.write(slot, chunk.stream().map(EncodedCustomer::score).toList());
            if (hasFurther) {
                horizons.write(slot, chunk);
            }
            for (EncodedCustomer customer : chunk) {
                digests.addRow(customer.score());
                customer.further().forEach(horizonDigest::addRow);
            }
            last = chunk.get(chunk.size() - 1).score().customerId();
        }

        @Override
        public Map<String, String> save() {
            Map<String, String> position = new HashMap<>();
            position.put(LAST, last);
            position.put(ROWS, Long.toString(before + digests.rows()));
            position.put(ROW_DIGEST, rowsBefore.plus(digests.rowDigest()).toString());
            position.put(SCORE_DIGEST, scoresBefore.plus(digests.scoreDigest()).toString());
            if (hasFurther) {
                position.put(
                        HORIZON_DIGEST,
                        horizonsBefore.plus(horizonDigest.digest()).toString());
            }
            return position;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
