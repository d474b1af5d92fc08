package io.allegiance.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.doctor.TableRight.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The file that administrators run gives each role what the statements of its commands need, and no more. */
class GrantedRightsTest {

    private static final Pattern GRANT =
            Pattern.compile("GRANT ([^;]*?)\\s+ON allegiance\\.(\\w+) TO allegiance_(\\w+);");
    private static final Pattern RIGHT = Pattern.compile("(\\w+)(?: \\(([^)]*)\\))?(?:, |\\z)");
    private static final TableRight SCHEMA_HISTORY = new TableRight(Verb.SELECT, "flyway_schema_history");

    private final NeededRights needed = NeededRights.ofAllStatements();

    @Test
    void whoeverImports() throws IOException {
        Set<TableRight> imports = granularly(needed.importing());
        imports.add(SCHEMA_HISTORY);
        assertThat(granted("import")).isEqualTo(imports);
    }

    @Test
    void whatIsScheduledBeyondImports() throws IOException {
        Set<TableRight> scheduled = granularly(needed.scheduled());
        scheduled.removeAll(granularly(needed.importing()));
        scheduled.removeIf(right -> right.verb() == Verb.SELECT);
        assertThat(grantedToStay("scheduled", Verb.INSERT, "segment_change"))
                .hasSizeGreaterThan(60)
                .isEqualTo(scheduled);
    }

    @Test
    void whatPeopleDecideBeyondIt() throws IOException {
        assertThat(grantedToStay("nightly", Verb.DELETE, "run_audit")).isEqualTo(granularly(needed.deciding()));
    }

    @Test
    void maintenanceBeyondIt() throws IOException {
        assertThat(grantedToStay("maintain", Verb.DELETE, "segment_change"))
                .isEqualTo(granularly(needed.maintaining()));
    }

    @Test
    void whoeverLooks() throws IOException {
        Set<TableRight> reads = needed.looking();
        reads.add(SCHEMA_HISTORY);
        assertThat(granted("look")).isEqualTo(reads);
    }

    /** Rows are inserted whole but for decisions, and a right on a table covers its columns. */
    private static Set<TableRight> granularly(Collection<TableRight> rights) {
        Set<TableRight> granular = rights.stream()
                .map(right -> right.verb() == Verb.INSERT && !right.table().equals("decision")
                        ? new TableRight(right.verb(), right.table())
                        : right)
                .collect(Collectors.toCollection(TreeSet::new));
        granular.removeIf(
                right -> right.column() != null && rights.contains(new TableRight(right.verb(), right.table())));
        return granular;
    }

    /** Without a right of earlier versions, which is revoked at once. */
    private static Set<TableRight> grantedToStay(String role, Verb verb, String table) throws IOException {
        Set<TableRight> granted = granted(role);
        assertThat(granted.remove(new TableRight(verb, table)))
                .as(verb + " on " + table)
                .isTrue();
        assertThat(Files.readString(file()))
                .contains("REVOKE " + verb + " ON allegiance." + table + " FROM allegiance_" + role + ";");
        return granted;
    }

    private static Set<TableRight> granted(String role) throws IOException {
        Set<TableRight> rights = new TreeSet<>();
        Matcher grant = GRANT.matcher(Files.readString(file()));
        while (grant.find()) {
            if (grant.group(3).equals(role)) {
                add(rights, grant.group(1).replaceAll("\\s+", " "), grant.group(2));
            }
        }
        return rights;
    }

    private static void add(Set<TableRight> rights, String list, String table) {
        Matcher right = RIGHT.matcher(list);
        while (right.find()) {
            Verb verb = Verb.valueOf(right.group(1));
            if (right.group(2) == null) {
                rights.add(new TableRight(verb, table));
            } else {
                for (String column : right.group(2).split(", ")) {
                    rights.add(new TableRight(verb, table, column));
                }
            }
        }
    }

    private static Path file() {
        return Path.of("sql", "access", "tables.sql");
    }
}
