package io.allegiance.doctor;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.database.DatabaseFailures;
import io.allegiance.platform.database.Schema;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tables: of this version, or in the embedded database such as the next command brings up to it. */
@Component
final class SchemaCheck implements HealthCheck {

    private final Schema schema;
    private final Database database;

    SchemaCheck(Schema schema, Database database) {
        this.schema = schema;
        this.database = database;
    }

    /** Returns whether the other checks can look at the tables. */
    boolean isCurrent() {
        try {
            return schema.findObstacle().isEmpty();
        } catch (RuntimeException e) {
            if (DatabaseFailures.find(e).isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public List<Finding> examine() {
        Optional<AttentionException> obstacle = schema.findObstacle();
        if (obstacle.isEmpty()) {
            return List.of(Finding.ok("schema", "the tables are those of this version"));
        }
        if (database.embeddedHome().isEmpty() || schema.isNewer()) {
            return List.of(Finding.of("schema", obstacle.get()));
        }
        return List.of(
                schema.isEmpty()
                        ? Finding.fail(
                                "schema",
                                "the embedded database is new and empty",
                                "allegiance import FILE, then allegiance train")
                        : Finding.ok("schema", "the next command upgrades the embedded database's tables"));
    }
}
