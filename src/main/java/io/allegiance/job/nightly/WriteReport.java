package io.allegiance.job.nightly;

import io.allegiance.job.step.RunParameters;
import io.allegiance.job.step.SingleStep;
import io.allegiance.report.RunReports;
import io.allegiance.report.page.ReportFiles;
import io.allegiance.run.Runs;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Last step of a night: writes its report. The scores are published by then; a failure here harms no reader. */
@Component
public final class WriteReport implements SingleStep {

    private static final Logger LOG = LoggerFactory.getLogger(WriteReport.class);

    private final Runs runs;
    private final RunReports reports;
    private final ReportFiles files;

    WriteReport(Runs runs, RunReports reports, ReportFiles files) {
        this.runs = runs;
        this.reports = reports;
        this.files = files;
    }

    @Override
    public void execute(RunParameters run) {
        Path page = files.write(reports.make(runs.get(run.runId())));
        LOG.info("writeReport: {}", page);
    }
}
