package io.allegiance.story;

import io.allegiance.Allegiance;
import io.allegiance.job.NightlyRun;
import io.allegiance.publish.Publication;
import io.allegiance.testing.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The program on another schema with the same trade, to which nothing happens. */
record Twin(ConfigurableApplicationContext program) implements AutoCloseable {

    static Twin of(TestDatabase.Schema schema, Path home) {
        return new Twin(new SpringApplicationBuilder(Allegiance.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(
                        "--spring.datasource.url=" + schema.jdbcUrl(),
                        "--spring.datasource.username=" + schema.username(),
                        "--spring.datasource.password=" + schema.password(),
                        "--ALLEGIANCE_HOME=" + home));
    }

    /** Runs the night of a date. */
    Published night(LocalDate date) {
        Publication night = program.getBean(NightlyRun.class).run(date, null).publication();
        return new Published((int) night.customers(), night.scoreDigest(), night.rowDigest());
    }

    @Override
    public void close() {
        program.close();
    }
}
