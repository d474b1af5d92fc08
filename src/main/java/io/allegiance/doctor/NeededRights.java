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
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The rights that the program needs, read from its own statements, so that a new statement asks for its rights by
 * itself. The statements that only maintenance runs are those of {@code sql/query/retention}.
 *
 * @param night of imports, trainings, nights and questions
 * @param maintain what maintenance needs beyond those
 */
record NeededRights(Set<TableRight> night, Set<TableRight> maintain) {

    private static final Pattern FILE = Pattern.compile(".*/sql/query/([\\w/]+)\\.sql");

    /** Of the embedded server's own accounts, and of this package. */
    private static final Set<String> LEFT_OUT = Set.of("platform", "doctor");

    private static final String MAINTENANCE = "retention/";

    /** A table's name without a schema; the name of another schema is followed by a dot. */
    private static final String TABLE = "\\s+(\\w+)\\b(?!\\.)";

    private static final Map<Pattern, Set<Verb>> FORMS = Map.of(
            Pattern.compile("\\b(?:FROM|JOIN)" + TABLE), EnumSet.of(Verb.SELECT),
            Pattern.compile("\\bINSERT (?:IGNORE )?INTO" + TABLE), EnumSet.of(Verb.INSERT),
            Pattern.compile("\\bINTO TABLE" + TABLE), EnumSet.of(Verb.INSERT),
            Pattern.compile("\\bREPLACE INTO(?: TABLE)?" + TABLE), EnumSet.of(Verb.INSERT, Verb.DELETE),
            Pattern.compile("\\bINTO" + TABLE + "(?s:.*)ON DUPLICATE KEY UPDATE"), EnumSet.of(Verb.UPDATE),
            Pattern.compile("\\AUPDATE" + TABLE), EnumSet.of(Verb.UPDATE),
            Pattern.compile("\\ADELETE(?: \\w)?\\s+FROM" + TABLE), EnumSet.of(Verb.DELETE),
            Pattern.compile("\\AALTER TABLE" + TABLE + " TRUNCATE"), EnumSet.of(Verb.DROP));

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
        Set<TableRight> night = new TreeSet<>();
        Set<TableRight> maintain = new TreeSet<>();
        SPRING_BATCH.forEach((table, verbs) -> verbs.forEach(verb -> night.add(new TableRight(verb, table))));
        for (String name : listStatements()) {
            (name.startsWith(MAINTENANCE) ? maintain : night).addAll(of(Sql.get(name)));
        }
        maintain.removeAll(night);
        return new NeededRights(night, maintain);
    }

    /** The rights that one statement needs. */
    static Set<TableRight> of(String statement) {
        Set<TableRight> rights = new TreeSet<>();
        FORMS.forEach((form, verbs) -> form.matcher(statement)
                .results()
                .forEach(found -> verbs.forEach(verb -> rights.add(new TableRight(verb, found.group(1))))));
        return rights;
    }

    private static List<String> listStatements() {
        try {
            return List.of(new PathMatchingResourcePatternResolver().getResources("classpath:sql/query/**/*.sql"))
                    .stream()
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
