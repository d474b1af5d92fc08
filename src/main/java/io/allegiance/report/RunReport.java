package io.allegiance.report;

import io.allegiance.churn.quality.BandQuality;
import io.allegiance.churn.quality.ReliabilityBin;
import io.allegiance.outcome.PublicationOutcome;
import io.allegiance.publish.MeanChurnInterval;
import io.allegiance.publish.Publication;
import io.allegiance.report.benefit.BenefitFigures;
import io.allegiance.run.AuditCheck;
import io.allegiance.run.RejectionCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The report of a night, as it is written in JSON; the page beside it shows the same figures. Where data are missing, a
 * figure is null, with the reason beside it.
 *
 * @param businessDate the night's date
 * @param attempt from 1
 * @param modelVersion the model of its scores
 * @param publication what was published; null where nothing is
 * @param readers what readers of the scores see
 * @param settings what money and probabilities mean
 * @param segments its segments, largest first
 * @param daysTakenIn number of days taken in
 * @param lines what became of their lines
 * @param rejections the lines refused, by reason, most first
 * @param closures the closures that the night knew of, in order; none without any
 * @param customers who they are
 * @param controlTotals number of control totals, all of which balanced
 * @param checks the control totals
 * @param movement against the publication before
 * @param churn the distribution of the churn probabilities
 * @param model how good the model is
 * @param outcomes earlier publications and what happened in the H days after them, newest first; the newest with figures has its
 *     groups
 * @param loyalty the distribution of the loyalty score and its dimensions
 * @param benefits what loyalty brings
 * @param customersToSave those with the greatest value at risk, greatest first
 * @param nextBestCategory what is proposed to customers
 * @param steps how long the night took, and for what
 * @param thresholds what the night froze: the cuts of the RFM scores, the level of churn, the norms of loyalty,
 *     the beginning of the history, the edges between churn bands
 */
public record RunReport(
        LocalDate businessDate,
        int attempt,
        String modelVersion,
        @Nullable Publication publication,
        Readers readers,
        Settings settings,
        List<Segment> segments,
        int daysTakenIn,
        Lines lines,
        List<RejectionCount> rejections,
        List<ClosureFigure> closures,
        Customers customers,
        int controlTotals,
        List<AuditCheck> checks,
        Movement movement,
        Churn churn,
        ModelQuality model,
        List<PublicationOutcome> outcomes,
        List<Dimension> loyalty,
        List<BenefitFigures> benefits,
        List<CustomerToSave> customersToSave,
        NextBestCategory nextBestCategory,
        List<Step> steps,
        Map<String, String> thresholds) {

    /**
     * The publication that readers of the scores see.
     *
     * @param seeThis whether it is this publication
     * @param publication the one they see; null for none
     * @param scoreDate its date; null for none
     */
    public record Readers(
            boolean seeThis,
            @Nullable Long publication,
            @Nullable LocalDate scoreDate) {}

    /**
     * The units of money and probabilities.
     *
     * @param reportingCurrency of all money
     * @param horizonDays H of the model
     */
    public record Settings(String reportingCurrency, int horizonDays) {}

    /**
     * The counts of lines of the days taken in: read = taken in + anonymous + rejected.
     *
     * @param read lines read
     * @param takenIn lines of a customer
     * @param anonymous lines without one
     * @param rejected lines refused
     */
    public record Lines(long read, long takenIn, long anonymous, long rejected) {}

    /**
     * The customers of the night: all = scored + ineligible.
     *
     * @param scored those with a number
     * @param ineligible those without
     */
    public record Customers(long all, long scored, long ineligible) {}

    /**
     * One segment.
     *
     * @param share of all customers
     * @param meanChurnProbability mean over the customers who have one; null without any
     * @param valueAtRisk sum; null where no customer has one
     * @param expectedValue sum; null where no customer has one
     */
    public record Segment(
            String segment,
            long customers,
            @Nullable BigDecimal share,
            @Nullable BigDecimal meanChurnProbability,
            @Nullable BigDecimal valueAtRisk,
            @Nullable BigDecimal expectedValue) {}

    /**
     * The changes since the publication before.
     *
     * @param before that publication and the moves of its customers; null where there is no publication to compare with
     * @param noData the reason where the value is missing, else null
     * @param meanChurnNow mean churn probability of the customers who have one tonight; null without any
     */
    public record Movement(
            @Nullable Before before,
            @Nullable String noData,
            @Nullable BigDecimal meanChurnNow) {}

    /**
     * The publication before, and what became of its customers.
     *
     * @param stayed customers in the same segment as then
     * @param moved customers in another one
     * @param arrived customers who were not in it
     * @param gone customers who are not in tonight's
     * @param meanChurn its mean churn probability; null where no customer had one
     * @param flows who moved from where to where, in order of the names
     */
    public record Before(
            long publication,
            LocalDate scoreDate,
            long stayed,
            long moved,
            long arrived,
            long gone,
            @Nullable BigDecimal meanChurn,
            List<Flow> flows) {}

    /** Customers who moved from one segment to another. */
    public record Flow(String from, String to, long customers) {}

    /**
     * The distribution of the churn probabilities.
     *
     * @param bands customers of each band, LOW first
     * @param tenths customers by tenths of the probability, ascending; the last holds 1 as well
     * @param crowding which band holds more than 90 % of the customers, and what to write instead; null where none does, and
     *     where the edges are shares of the customers
     * @param interval in which the observed churn of these customers is expected with a probability of at least 0.8; null where
     *     nothing is published, or the model gives none
     */
    public record Churn(
            List<Band> bands,
            List<Long> tenths,
            @Nullable String crowding,
            @Nullable MeanChurnInterval interval) {}

    /** Customers of one churn band. */
    public record Band(String band, long customers) {}

    /**
     * The quality of such a model's predictions at past dates.
     *
     * @param note what the model had to fall back on; null where it did not
     * @param backtest null without a backtest
     * @param noData the reason where the value is missing, else null
     * @param churn how its churn model came out
     */
    public record ModelQuality(
            @Nullable String note,
            @Nullable Backtest backtest,
            @Nullable String noData,
            ChurnFitFigures churn) {}

    /**
     * The backtest of the model.
     *
     * @param cutOffs the past dates it was tried on
     * @param logLoss mean over them; less is better
     * @param brier Brier score, less is better
     * @param auc area under the ROC curve, more is better; null where all churned, or none
     * @param reliability of all of them together, by tenths of the churn probability
     * @param bands the same by repeat purchases, and for the customers with the greatest expected value; empty in a model of an
     *     earlier version
     * @param purchaseModelLogLoss the mean log loss of the purchase model alone; null where it is not known
     * @param constantLogLoss the mean log loss of the past churn rate for everybody; null where it is not known
     */
    public record Backtest(
            List<LocalDate> cutOffs,
            double logLoss,
            double brier,
            @Nullable Double auc,
            List<ReliabilityBin> reliability,
            List<BandQuality> bands,
            @Nullable Double purchaseModelLogLoss,
            @Nullable Double constantLogLoss) {}

    /**
     * The distribution of one score of 0 to 100.
     *
     * @param name the column
     * @param customers those who have it
     * @param mean null where no customer has the score
     * @param tenths customers by tenths, ascending; the last holds 100 as well
     */
    public record Dimension(
            String name, long customers, @Nullable BigDecimal mean, List<Long> tenths) {}

    /** A customer worth keeping, by value at risk. */
    public record CustomerToSave(
            String customerId, String segment, @Nullable BigDecimal churnProbability, BigDecimal valueAtRisk) {}

    /**
     * The categories proposed to customers.
     *
     * @param customers the customers with a proposal
     * @param share of all customers; null where there are none, or where nothing is proposed to anybody
     * @param noData why; null where there is a share
     * @param method how they are proposed, LIFT or POPULAR; null where the model cannot propose any
     * @param proposals the most proposed categories, most first
     * @param tried how often such proposals came true at past dates, each from what was known then, newest first; empty
     *     where it is not known
     */
    public record NextBestCategory(
            long customers,
            @Nullable BigDecimal share,
            @Nullable String noData,
            @Nullable String method,
            List<Proposal> proposals,
            List<NextCategoryHits> tried) {

        public NextBestCategory {
            proposals = List.copyOf(proposals);
            tried = List.copyOf(tried);
        }
    }

    /** The number of customers with this proposed category. */
    public record Proposal(String category, long customers) {}

    /**
     * The share of proposals at a past date that came true within H days.
     *
     * @param cutOff the last day of which anything was known
     * @param customers with a purchase day up to it
     * @param hits those of them who bought from the category proposed
     * @param popularHits those who bought from the most popular category that they had not bought from before
     */
    public record NextCategoryHits(LocalDate cutOff, long customers, long hits, long popularHits) {

        public NextCategoryHits {
            if (Math.min(hits, popularHits) < 0 || Math.max(hits, popularHits) > customers) {
                throw new IllegalArgumentException("hits must be in 0 to the number of customers; were " + hits
                        + " and " + popularHits + " of " + customers);
            }
        }
    }

    /**
     * One step of the night; where it was carried on, all its attempts together.
     *
     * @param name as in the log
     * @param partitions ranges of customers worked on side by side; 0 for a step in one piece
     * @param startedAt by the clock of the machine that ran it
     * @param startedAfterMillis after the first step
     * @param tookMillis of all its attempts; null while it runs: the report is written inside the last step
     * @param read items read; null for a step in one piece
     * @param written items written, by all attempts together
     * @param itemsPerSecond items read a second; null where none were, or where an attempt was killed
     */
    public record Step(
            String name,
            int partitions,
            LocalDateTime startedAt,
            long startedAfterMillis,
            @Nullable Long tookMillis,
            @Nullable Long read,
            @Nullable Long written,
            @Nullable Long itemsPerSecond) {}
}
