package io.allegiance.watch;

import io.allegiance.run.JobName;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By when jobs should be done ({@code allegiance.nightly.deadline}, {@code allegiance.train.deadline}).
 *
 * @param nightly of a night
 * @param train of a training
 */
@ConfigurationProperties("allegiance")
public record DeadlineSettings(
        @DefaultValue JobDeadline nightly, @DefaultValue JobDeadline train) {

    /**
     * One deadline.
     *
     * @param deadline a time such as 07:00 of the day after the business date, in the configured zone; empty for none
     */
    public record JobDeadline(@DefaultValue("") String deadline) {

        public JobDeadline {
            parse(deadline);
        }

        Optional<LocalTime> find() {
            return parse(deadline);
        }

        private static Optional<LocalTime> parse(String text) {
            if (text.isBlank()) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalTime.parse(text.strip()));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "a deadline must be a time such as \"07:00\", in quotation marks, for YAML takes 10:30 for a number;"
                                + " was " + text,
                        e);
            }
        }
    }

    Optional<LocalTime> find(JobName job) {
        return switch (job) {
            case NIGHTLY -> nightly.find();
            case TRAIN -> train.find();
        };
    }
}
