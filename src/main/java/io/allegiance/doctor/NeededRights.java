package io.allegiance.doctor;

import io.allegiance.doctor.TableRight.Verb;
import io.allegiance.platform.sql.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The rights that the program needs, read from its own statements, so that a new statement asks for its rights by
 * itself. The statements that only maintenance runs are those of {@code sql/query/retention}.
 *
 * @param importing of {@code import} and {@code replay}, without the statements of other packages that they run
 * @param scheduled of what runs unattended: imports, trainings, nights
 * @param deciding what decisions of people need beyond those: rollback, hold, release, promote, force, abandon, undo, close
 * @param maintaining what maintenance needs beyond both
 */
record NeededRights(
        Set<TableRight> importing, Set<TableRight> scheduled, Set<TableRight> deciding, Set<TableRight> maintaining) {

    private static final Pattern FILE = Pattern.compile(".*/sql/query/([\\w/]+)\\.sql");

    /** Of the embedded server's own accounts, and of this package. */
    private static final Set<String> LEFT_OUT = Set.of("platform", "doctor");

    private static final String MAINTENANCE = "retention/";

    private static final Pattern IMPORTS = Pattern.compile(
            "(intake|settings|job/lease)/.*|run/(find_newest_night|list_days_seen|mark_rejected_days)|training/find_active"
                    + "|publish/find_current");

    private static final Pattern DECISIONS = Pattern.compile("intake/load/(start_undo|finish_undo|set_undone_rows)"
            + "|intake/quarantine/(close_by_hand)|publish/(insert_hold|release_holds|roll_back)"
            + "|run/(abandon_run|force_run)|training/(promote)");

    /** The tables that only those questions read: no lines of trade, and of customers what their scores are made of. */
    private static final List<String> LOOKED_AT = List.of(
            "backfill",
            "business_day",
            "customer_day",
            "customer_score",
            "customer_score_horizon",
            "decision",
            "history_state",
            "import_file",
            "model_version",
            "publication_hold",
            "publication_outcome",
            "purchase_history",
            "referral",
            "run",
            "run_audit",
            "run_claim",
            "run_closure",
            "run_day",
            "run_day_count",
            "run_heartbeat",
            "run_lease",
            "run_progress",
            "run_range",
            "run_threshold",
            "run_worker",
            "score_pointer",
            "score_publication",
            "score_slot",
            "segment_summary",
            "service_incident",
            "setting",
            "BATCH_JOB_EXECUTION",
            "BATCH_JOB_EXECUTION_PARAMS",
            "BATCH_JOB_INSTANCE",
            "BATCH_STEP_EXECUTION");

    /** The tables of Spring Batch, whose statements are not in the catalogue. */
    private static final Map<String, Set<Verb>> SPRING_BATCH = Map.of(
            "BATCH_JOB_INSTANCE", EnumSet.of(Verb.SELECT, Verb.INSERT, Verb.DELETE),
            "BATCH_JOB_EXECUTION", EnumSet.of(Verb.SELECT, Verb.INSERT, Verb.UPDATE),
            "BATCH_JOB_EXECUTION_PARAMS", EnumSet.of(Verb.SELECT, Verb.INSERT),
            "BATCH_JOB_EXECUTION_CONTEXT", EnumSet.of(Verb.SELECT, Verb.INSERT, Verb.UPDATE),
            "BATCH_STEP_EXECUTION", EnumSet.of(Verb.SELECT, Verb.INSERT, Verb.UPDATE),
            "BATCH_STEP_EXECUTION_CONTEXT", EnumSet.of(Verb.SELECT, Verb.INSERT, Verb.UPDATE),
            "BATCH_JOB_INSTANCE_SEQ", EnumSet.of(Verb.UPDATE),
            "BATCH_JOB_EXECUTION_SEQ", EnumSet.of(Verb.UPDATE),
            "BATCH_STEP_EXECUTION_SEQ", EnumSet.of(Verb.UPDATE));

    /** Reads all statements of the program. */
    static NeededRights ofAllStatements() {
        List<String> names = listStatements();
        Predicate<String> maintenance = name -> name.startsWith(MAINTENANCE);
        Predicate<String> decision = DECISIONS.asMatchPredicate();
        Set<TableRight> scheduled = of(names, maintenance.or(decision).negate());
        SPRING_BATCH.forEach((table, verbs) -> verbs.forEach(verb -> scheduled.add(new TableRight(verb, table))));
        Set<TableRight> deciding = of(names, decision);
        deciding.removeAll(scheduled);
        Set<TableRight> maintaining = of(names, maintenance);
        maintaining.removeIf(right -> isCovered(right, scheduled) || deciding.contains(right));
        Predicate<String> imports = IMPORTS.asMatchPredicate();
        return new NeededRights(of(names, imports.and(decision.negate())), scheduled, deciding, maintaining);
    }

    private static boolean isCovered(TableRight right, Set<TableRight> others) {
        return others.contains(right) || others.contains(new TableRight(right.verb(), right.table()));
    }

    /** What nights and trainings write that imports do not: who has none of it is not meant to run them. */
    Set<TableRight> onlyOfNights() {
        Set<TableRight> nights = new TreeSet<>(scheduled);
        nights.removeIf(right -> right.verb() == Verb.SELECT
                || importing.contains(right)
                || right.table().equals("decision"));
        return nights;
    }

    /** What {@code status}, {@code scores --customer}, {@code explain}, {@code models} and {@code decisions} read. */
    Set<TableRight> looking() {
        Set<TableRight> reads = new TreeSet<>();
        LOOKED_AT.forEach(table -> reads.add(new TableRight(Verb.SELECT, table)));
        return reads;
    }

    /** All that any command needs. */
    Set<TableRight> all() {
        Set<TableRight> all = new TreeSet<>(scheduled);
        all.addAll(deciding);
        all.addAll(maintaining);
        return all;
    }

    private static Set<TableRight> of(List<String> names, Predicate<String> wanted) {
        Set<TableRight> rights = new TreeSet<>();
        names.stream().filter(wanted).map(Sql::get).map(StatementRights::of).forEach(rights::addAll);
        return rights;
    }

    private static List<String> listStatements() {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:sql/query/**/*.sql"))
                    .map(NeededRights::nameOf)
                    .filter(name -> !LEFT_OUT.contains(name.substring(0, name.indexOf('/'))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(Resource file) {
        try {
            String address = Objects.requireNonNull(file.getURL()).toString();
            return FILE.matcher(address).replaceFirst("$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
