package io.allegiance.doctor;

import io.allegiance.platform.database.Database;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rights of the account, each tried without doing anything. */
@Component
final class RightsCheck implements HealthCheck {

    private static final int MOST_NAMED = 6;

    private final Grants grants;
    private final Database database;

    RightsCheck(Grants grants, Database database) {
        this.grants = grants;
        this.database = database;
    }

    @Override
    public List<Finding> examine() {
        if (database.isAttached()) {
            return List.of(Finding.ok(
                    "rights",
                    "read beside the allegiance that runs it; whoever starts the embedded database may do all on it"));
        }
        NeededRights needed = NeededRights.ofAllStatements();
        List<TableRight> lacking = grants.listLacking(needed.night());
        if (!lacking.isEmpty()) {
            return List.of(Finding.fail(
                    "rights",
                    "this account lacks " + name(lacking),
                    "as an administrator run sql/access/roles.sql and sql/access/tables.sql, and give it the role"
                            + " allegiance_nightly"));
        }
        List<TableRight> more = grants.listLacking(needed.maintain());
        return List.of(Finding.ok(
                "rights",
                more.isEmpty()
                        ? "this account may do all that nights and 'maintain' do"
                        : "this account may do all that nights do; 'maintain' would also need " + name(more)
                                + ", which allegiance_maintainer has"));
    }

    private static String name(List<TableRight> rights) {
        String named =
                rights.stream().limit(MOST_NAMED).map(TableRight::toString).collect(Collectors.joining(", "));
        return rights.size() <= MOST_NAMED ? named : named + " and " + (rights.size() - MOST_NAMED) + " more";
    }
}
