package io.allegiance.report;

import io.allegiance.failure.AttentionException;
import io.allegiance.history.DayLineCount;
import io.allegiance.history.store.Histories;
import io.allegiance.outcome.Outcomes;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.report.benefit.BenefitFigures;
import io.allegiance.report.benefit.MeasuredNight;
import io.allegiance.report.figure.EarlierPublication;
import io.allegiance.run.AuditCheck;
import io.allegiance.run.Closures;
import io.allegiance.run.RejectionCount;
import io.allegiance.run.Run;
import io.allegiance.run.RunAudits;
import io.allegiance.run.RunDays;
import io.allegiance.run.RunSteps;
import io.allegiance.run.RunThresholds;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.nightly.ConfigurationSource;
import io.allegiance.training.ModelRegistry;
import io.allegiance.training.TrainedModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the reports of runs. */
@Component
public final class RunReports {

    /** A week apart, they reach back for two months. */
    private static final int SHOWN_OUTCOMES = 8;

    private final Publications publications;
    private final Histories histories;
    private final ModelRegistry models;
    private final Outcomes outcomes;
    private final RunDays days;
    private final Closures closures;
    private final RunAudits audits;
    private final RunThresholds thresholds;
    private final RunSteps steps;
    private final ReportRows rows;
    private final BusinessSettings business;
    private final ConfigurationSource configurations;

    RunReports(
            Publications publications,
            Histories histories,
            ModelRegistry models,
            Outcomes outcomes,
            RunDays days,
            Closures closures,
            RunAudits audits,
            RunThresholds thresholds,
            RunSteps steps,
            ReportRows rows,
            BusinessSettings business,
            ConfigurationSource configurations) {
        this.publications = publications;
        this.histories = histories;
        this.models = models;
        this.outcomes = outcomes;
        this.days = days;
        this.closures = closures;
        this.audits = audits;
        this.thresholds = thresholds;
        this.steps = steps;
        this.rows = rows;
        this.business = business;
        this.configurations = configurations;
    }

    /**
     * Makes the report of a night whose scores are written: one pass over its customers, and what is on record of it.
     *
     * @throws AttentionException when its rows of scores were emptied since
     */
    public RunReport make(Run run) {
        Run.Frozen frozen = run.getFrozen();
        requireRows(run);
        EarlierPublication previous = findPrevious(frozen).orElse(null);
        EarlierPublication older = rows.findNewestUntil(run.businessDate().minusDays(MeasuredNight.OLDER_DAYS))
                .orElse(null);
        TrainedModel model = models.get(frozen.getModelVersion()).model();
        CustomerFigures figures = new CustomerFigures(new MeasuredNight(
                run.businessDate(),
                model.horizonDays(),
                configurations.getFrozen(run).horizonDays(),
                older,
                sizes(older)));
        int slot = Objects.requireNonNull(frozen.slot());
        rows.forEach(new ReportRows.Slots(run.businessDate(), slot, previous, older), figures::addCustomer);
        RunReport.Lines lines = lines(days.listCounts(run.runId()));
        List<AuditCheck> checks = audits.list(run.runId());
        Optional<Publication> publication = publications.findOfRun(run.runId());
        return new RunReport(
                run.businessDate(),
                run.attempt(),
                frozen.getModelVersion(),
                publication.orElse(null),
                readers(run),
                new RunReport.Settings(business.reportingCurrency(), model.horizonDays()),
                figures.segments.figures(),
                days.list(run.runId()).size(),
                lines,
                rejections(lines.rejected(), days.listRejectionCounts(run.runId())),
                closures.list(run.runId()).stream().map(ClosureFigure::of).toList(),
                figures.customers(),
                checks.size(),
                checks,
                movement(frozen, previous, figures),
                figures.churn.figures(
                        configurations.getFrozen(run).toChurnBandLimits(),
                        publication.flatMap(rows::findMeanChurnInterval).orElse(null)),
                ModelFigures.of(model),
                outcomes.listNewest(run.businessDate(), SHOWN_OUTCOMES),
                figures.loyalty.figures(),
                benefits(run.businessDate(), figures),
                figures.customersToSave.figures(),
                figures.proposals.figures(
                        ModelFigures.method(model, configurations.getFrozen(run).toNextCategory()),
                        ModelFigures.proposals(model)),
                StepFigures.of(steps.list(run.runId())),
                new TreeMap<>(thresholds.get(run.runId())));
    }

    /** Also an emptied slot can be read, and so can one that holds another run's rows by now. */
    private void requireRows(Run run) {
        if (!rows.isKept(run.runId(), Objects.requireNonNull(run.getFrozen().slot()))) {
            throw new AttentionException("the report of " + run.businessDate() + " cannot be written any more:"
                    + " 'allegiance maintain' has emptied its rows of scores since, as it does with old publications. The"
                    + " night itself ended well, and nothing that readers see is missing; to close its run, type"
                    + " 'allegiance abandon --date " + run.businessDate() + " --by NAME --reason TEXT'");
        }
    }

    private Optional<EarlierPublication> findPrevious(Run.Frozen frozen) {
        return Optional.ofNullable(frozen.previousPublication()).flatMap(rows::findRetained);
    }

    private Map<String, Long> sizes(@Nullable EarlierPublication publication) {
        return publication == null
                ? Map.of()
                : publications.listSegments(publication.publication()).stream()
                        .collect(
                                Collectors.toMap(Publication.SegmentLine::segment, Publication.SegmentLine::customers));
    }

    private RunReport.Readers readers(Run run) {
        Publication current = publications.findCurrent().orElse(null);
        return current == null
                ? new RunReport.Readers(false, null, null)
                : new RunReport.Readers(current.runId() == run.runId(), current.publication(), current.scoreDate());
    }

    private RunReport.Movement movement(
            Run.Frozen frozen, @Nullable EarlierPublication previous, CustomerFigures figures) {
        if (previous == null) {
            return new RunReport.Movement(
                    null,
                    frozen.previousPublication() == null
                            ? "there is no publication before this one"
                            : "the rows of publication " + frozen.previousPublication() + " are no longer kept",
                    figures.churn.mean());
        }
        boolean allFound = figures.moves.found() == previous.customers();
        ReportRows.Gone gone =
                allFound ? ReportRows.Gone.NOBODY : rows.getGone(previous, Objects.requireNonNull(frozen.slot()));
        return new RunReport.Movement(figures.moves.figures(previous, gone), null, figures.churn.mean());
    }

    /** A night that is carried on after a later one no longer finds the histories that its scores were computed from. */
    private List<BenefitFigures> benefits(LocalDate date, CustomerFigures figures) {
        LocalDate asOf = histories.findAsOf().orElse(null);
        return date.equals(asOf)
                ? figures.benefits()
                : figures.benefitsWithoutHistories("the histories are as of " + asOf + " by now");
    }

    /** Lines without an id, or with one twice, are kept once, so the reasons alone may not add up to what was refused. */
    private static List<RejectionCount> rejections(long all, List<RejectionCount> kept) {
        long rest = all - kept.stream().mapToLong(RejectionCount::lines).sum();
        return rest <= 0
                ? kept
                : Stream.concat(kept.stream(), Stream.of(new RejectionCount("not kept singly", rest)))
                        .toList();
    }

    private static RunReport.Lines lines(List<DayLineCount> counts) {
        long takenIn = sum(counts, DayLineCount::takenIn);
        long anonymous = sum(counts, DayLineCount::anonymous);
        long rejected = sum(counts, DayLineCount::rejected);
        return new RunReport.Lines(takenIn + anonymous + rejected, takenIn, anonymous, rejected);
    }

    private static long sum(List<DayLineCount> counts, ToLongFunction<DayLineCount> part) {
        return counts.stream().mapToLong(part).sum();
    }
}
