package io.allegiance.doctor;

import io.allegiance.doctor.TableRight.Verb;
import io.allegiance.platform.database.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The rights of the account: those that it lacks for what it is for, and those that no command needs. */
@Component
final class RightsCheck implements HealthCheck {

    private static final String NAME = "rights";
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
        List<Finding> findings = new ArrayList<>();
        findings.add(describe(needed));
        if (database.embeddedHome().isEmpty()) {
            List<TableRight> beyond = grants.listBeyond(needed.all());
            if (!beyond.isEmpty()) {
                findings.add(Finding.warn(
                        NAME,
                        "this account may also do what no command does: " + name(beyond),
                        "run sql/access/roles.sql and sql/access/tables.sql as an administrator and give it one of the roles"
                                + " instead, such as allegiance_nightly; nothing but such rights keeps what is published"
                                + " from being changed"));
            }
        }
        return findings;
    }

    /** What an account is for, as its rights tell. */
    enum Purpose {
        /** Questions alone: it writes nothing. */
        LOOKING,
        /** Imports and replays alone. */
        IMPORTING,
        /** Trainings and nights, and whatever else. */
        NIGHTS
    }

    /** Returns what the account is for. */
    Purpose getPurpose() {
        NeededRights needed = NeededRights.ofAllStatements();
        return getPurpose(needed, grants.listLacking(needed.scheduled()));
    }

    /** An account that lacks a part of what nights need is meant for them; one that lacks all of it is not. */
    private Purpose getPurpose(NeededRights needed, List<TableRight> lacking) {
        if (lacking.containsAll(writes(needed.scheduled()))
                && lacking.contains(new TableRight(Verb.SELECT, "source_transaction"))
                && grants.listLacking(needed.looking()).isEmpty()) {
            return Purpose.LOOKING;
        }
        return !lacking.isEmpty()
                        && lacking.containsAll(needed.onlyOfNights())
                        && grants.listLacking(needed.importing()).isEmpty()
                ? Purpose.IMPORTING
                : Purpose.NIGHTS;
    }

    private Finding describe(NeededRights needed) {
        List<TableRight> lacking = grants.listLacking(needed.scheduled());
        if (lacking.isEmpty()) {
            return Finding.ok(NAME, describeNights(needed));
        }
        return switch (getPurpose(needed, lacking)) {
            case LOOKING ->
                Finding.warn(
                        NAME,
                        "this account may only look: status, scores --customer, explain, models, decisions and a part of doctor",
                        "for all else use another account, such as one with the role allegiance_nightly");
            case IMPORTING ->
                Finding.warn(
                        NAME,
                        "this account may import and replay, and no more",
                        "for trainings and nights use another account, such as one with the role allegiance_nightly");
            case NIGHTS ->
                Finding.fail(
                        NAME,
                        "this account lacks " + name(lacking),
                        "as an administrator run sql/access/roles.sql and sql/access/tables.sql, and give it the role"
                                + " allegiance_nightly");
        };
    }

    private String describeNights(NeededRights needed) {
        List<TableRight> deciding = grants.listLacking(needed.deciding());
        if (!deciding.isEmpty()) {
            return "this account may do what runs unattended; rollback, hold, release, promote, publish --force, abandon,"
                    + " import --undo and rejects --close would also need " + name(deciding)
                    + ", which allegiance_nightly has";
        }
        List<TableRight> maintaining = grants.listLacking(needed.maintaining());
        return maintaining.isEmpty()
                ? "this account may do all that nights and 'maintain' do"
                : "this account may do all that nights do; 'maintain' would also need " + name(maintaining)
                        + ", which allegiance_maintainer has";
    }

    private static Set<TableRight> writes(Collection<TableRight> rights) {
        return rights.stream().filter(right -> right.verb() != Verb.SELECT).collect(Collectors.toSet());
    }

    /** Names them, the columns of a table together. */
    private static String name(List<TableRight> rights) {
        List<String> names = rights.stream()
                .collect(Collectors.groupingBy(
                        right -> new TableRight(right.verb(), right.table()), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(RightsCheck::nameTogether)
                .toList();
        String named = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMED ? named : named + " and " + (names.size() - MOST_NAMED) + " more";
    }

    private static String nameTogether(List<TableRight> ofTable) {
        TableRight first = ofTable.get(0);
        return first.column() == null
                ? first.toString()
                : first.verb()
                        + ofTable.stream().map(TableRight::column).collect(Collectors.joining(", ", " (", ")"))
                        + " on " + first.table();
    }
}
