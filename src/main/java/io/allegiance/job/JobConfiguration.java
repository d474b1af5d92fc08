package io.allegiance.job;

import io.allegiance.intake.line.EarliestDate;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.platform.BuildId;
import io.allegiance.platform.CodeVersion;
import io.allegiance.platform.HomeFolder;
import io.allegiance.platform.HomeOwnership;
import io.allegiance.platform.LogFields;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import io.allegiance.run.RunProgram;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.LineSettings;
import io.allegiance.settings.nightly.NightlySettings;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.batch.autoconfigure.BatchConversionServiceCustomizer;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Beans that the jobs share. */
@Configuration(proxyBeanMethods = false)
public class JobConfiguration {

    @Bean
    IntakeSettings intakeSettings(BusinessSettings business, LineSettings lines, NightlySettings nightly) {
        return new IntakeSettings(
                business.zone(), business.reportingCurrency(), nightly.lateDays(), new EarliestDate(lines.firstDate()));
    }

    @Bean
    HomeFolder homeFolder(Environment environment) {
        Path home = EmbeddedDatabase.defaultHome(environment.getProperty("ALLEGIANCE_HOME"));
        HomeOwnership.require(home);
        return new HomeFolder(home);
    }

    @Bean
    CodeVersion codeVersion(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        return new CodeVersion(properties == null ? "unbuilt" : String.valueOf(properties.getVersion()));
    }

    /** When a run begins, or a worker: to tell builds apart the jar's table of contents is read. */
    @Bean
    @Lazy
    RunProgram runProgram(BusinessSettings business, LineSettings lines) {
        return new RunProgram(
                BuildId.ofThisProcess(), business.zone().getId(), business.reportingCurrency(), lines.firstDate());
    }

    /** Parameters of a job are texts and numbers: no other class that a table names is built from a text. */
    @Bean
    BatchConversionServiceCustomizer parameterConversion() {
        return conversions -> conversions.removeConvertible(Object.class, Object.class);
    }

    /** Waits for its threads at the end: an interrupted chunk must not be taken for a finished one. */
    @Bean
    TaskExecutor partitionExecutor(@Value("${allegiance.partitions}") int partitions) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(partitions);
        executor.setThreadNamePrefix("partition-");
        executor.setTaskDecorator(LogFields::carry);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(600);
        return executor;
    }
}
