package io.allegiance.cli;

import io.allegiance.platform.database.Database;
import io.allegiance.platform.database.Schema;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/** The parts of {@link ReadingConfiguration} that a session uses, whatever the command. */
record ReadingProgram(ApplicationContext context, Database database) {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingProgram.class);

    /** Returns a component that does a command's work. */
    <B> B getComponent(Class<B> type) {
        return ContextRunner.getComponent(context, type);
    }

    Clock clock() {
        return context.getBean(Clock.class);
    }

    /** Requires that the tables are those of this program; a server of its own is migrated, and others may read it from then on. */
    void prepare() {
        database.embeddedHome()
                .ifPresent(home -> LOG.info(
                        database.isAttached()
                                ? "using the embedded database in {} beside the allegiance that runs it"
                                : "using the embedded database in {}",
                        home));
        Schema schema = getComponent(Schema.class);
        if (schema.isCurrent()) {
            database.letOthersRead();
            return;
        }
        if (database.isOwn()) {
            schema.migrate();
            database.letOthersRead();
        } else {
            schema.requireCurrent();
        }
    }
}
