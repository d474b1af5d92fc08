package io.allegiance.doctor;

import io.allegiance.doctor.TableRight.Verb;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rights that one statement of the program needs, as its text says: on tables, and on the columns that it writes. */
final class StatementRights {

    /** A table's name without a schema; the name of another schema is followed by a dot. */
    private static final String TABLE = "\\s+(\\w+)\\b(?!\\.)";

    private static final Map<Pattern, Set<Verb>> FORMS = Map.of(
            Pattern.compile("\\b(?:FROM|JOIN)" + TABLE), EnumSet.of(Verb.SELECT),
            Pattern.compile("\\bREPLACE INTO(?: TABLE)?" + TABLE), EnumSet.of(Verb.DELETE),
            Pattern.compile("\\ADELETE(?: \\w)?\\s+FROM" + TABLE), EnumSet.of(Verb.DELETE),
            Pattern.compile("\\AALTER TABLE" + TABLE + " TRUNCATE"), EnumSet.of(Verb.DROP));

    /** Into a table, with the columns in parentheses after it. */
    private static final Pattern INSERT = Pattern.compile("\\bINTO(?: TABLE)?" + TABLE + "(?:[^(;]*?\\(([^)]*)\\))?");

    private static final Pattern UPDATE = Pattern.compile("\\AUPDATE" + TABLE + "(?s:.*?)\\bSET\\b((?s:.*))");
    private static final Pattern UPSERT = Pattern.compile("\\bON DUPLICATE KEY UPDATE\\b((?s:.*))");
    private static final Pattern END_OF_SET = Pattern.compile("\\n(?:WHERE|ORDER BY|LIMIT)\\b");

    private StatementRights() {}

    /** Returns the rights that a statement needs, in their order. */
    static Set<TableRight> of(String statement) {
        Set<TableRight> rights = new TreeSet<>();
        FORMS.forEach((form, verbs) -> form.matcher(statement)
                .results()
                .forEach(found -> verbs.forEach(verb -> rights.add(new TableRight(verb, found.group(1))))));
        Matcher insert = INSERT.matcher(statement);
        if (insert.find()) {
            addInserted(rights, insert.group(1), insert.group(2));
            Matcher upsert = UPSERT.matcher(statement);
            if (upsert.find()) {
                addAssigned(rights, insert.group(1), upsert.group(1));
                addAlsoUpdated(rights);
            }
        }
        Matcher update = UPDATE.matcher(statement);
        if (update.find()) {
            addAssigned(rights, update.group(1), update.group(2));
        }
        return rights;
    }

    private static void addInserted(Set<TableRight> rights, String table, String columns) {
        if (columns == null) {
            rights.add(new TableRight(Verb.INSERT, table));
            return;
        }
        for (String column : columns.split(",")) {
            rights.add(new TableRight(Verb.INSERT, table, column.strip()));
        }
    }

    /** MariaDB asks for the right to update each column that is inserted. */
    private static void addAlsoUpdated(Set<TableRight> rights) {
        List.copyOf(rights).stream()
                .filter(right -> right.verb() == Verb.INSERT)
                .forEach(right -> rights.add(new TableRight(Verb.UPDATE, right.table(), right.column())));
    }

    private static void addAssigned(Set<TableRight> rights, String table, String assignments) {
        for (String assignment : splitOutsideParentheses(END_OF_SET.split(assignments, 2)[0])) {
            String column = assignment.substring(0, assignment.indexOf('=')).strip();
            rights.add(new TableRight(Verb.UPDATE, table, column.substring(column.indexOf('.') + 1)));
        }
    }

    private static List<String> splitOutsideParentheses(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == ',' && depth == 0) {
                parts.add(text.substring(start, at));
                start = at + 1;
            } else if (letter == '(') {
                depth++;
            } else if (letter == ')') {
                depth--;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
