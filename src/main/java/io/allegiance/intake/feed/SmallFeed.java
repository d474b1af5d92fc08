package io.allegiance.intake.feed;

import io.allegiance.platform.sql.KeyBatches;
import io.allegiance.platform.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A feed whose lines carry their key: a new key lands, the same content again is there already, and other content is a
 * conflict, or with {@code --replace} takes the place of the old. Where a file contradicts itself its first line counts,
 * with {@code --replace} its last.
 *
 * @param <L> a line in its normal form; equal lines say the same
 */
abstract class SmallFeed<L> implements Feed<L> {

    private final JdbcClient client;
    private final JdbcTemplate template;
    private final Statements statements;

    /**
     * The names of a feed's statements.
     *
     * @param select reads the lines of some keys
     * @param put inserts or replaces one line
     * @param undo of the lines of an import
     */
    record Statements(String select, String put, UndoStatements undo) {}

    /** The names of the statements that count, list and delete the lines of an import; the last two take the same ones. */
    record UndoStatements(String count, String list, String delete) {}

    SmallFeed(DataSource dataSource, Statements statements) {
        this.client = JdbcClient.create(dataSource);
        this.template = new JdbcTemplate(dataSource);
        this.statements = statements;
    }

    /** The columns of the key, in the order of the statement that finds. */
    abstract List<Object> key(L line);

    @Override
    public final NaturalKey ids(L line) {
        List<Object> key = key(line);
        return new NaturalKey(key.get(0).toString(), key.size() > 1 ? key.get(1).toString() : "");
    }

    /** All columns, in the order of the statements. */
    abstract Object[] row(L line);

    abstract RowMapper<L> stored();

    /** What else must be known of lines that came and went, in the transaction that writes them; nothing, for most feeds. */
    void changed(List<L> gone, Collection<L> come) {}

    @Override
    public Landed land(List<L> chunk, Landing landing) {
        Map<List<Object>, L> known = new HashMap<>();
        KeyBatches.of(chunk).forEach(lines -> addStored(lines, known));
        Map<List<Object>, L> changed = new LinkedHashMap<>();
        List<L> gone = new ArrayList<>();
        BitSet conflicts = new BitSet();
        long landed = 0;
        long replaced = 0;
        for (int i = 0; i < chunk.size(); i++) {
            L line = chunk.get(i);
            L before = known.get(key(line));
            if (before != null && !before.equals(line) && !landing.replace()) {
                conflicts.set(i);
            } else if (before == null || !before.equals(line)) {
                known.put(key(line), line);
                changed.put(key(line), line);
                landed++;
                if (before != null) {
                    gone.add(before);
                    replaced++;
                }
            }
        }
        write(changed, landing.importId());
        changed(gone, changed.values());
        return new Landed(landed, replaced, conflicts);
    }

    private void addStored(List<L> lines, Map<List<Object>, L> known) {
        client.sql(Sql.get(statements.select()))
                .param("keys", lines.stream().map(line -> key(line).toArray()).toList())
                .query(stored())
                .list()
                .forEach(line -> known.put(key(line), line));
    }

    JdbcClient client() {
        return client;
    }

    void insert(String statement, List<Object[]> rows) {
        template.batchUpdate(Sql.get(statement), rows);
    }

    private void write(Map<List<Object>, L> changed, long importId) {
        insert(
                statements.put(),
                changed.values().stream()
                        .map(line -> withImport(line, importId))
                        .toList());
    }

    private Object[] withImport(L line, long importId) {
        Object[] row = row(line);
        Object[] withImport = Arrays.copyOf(row, row.length + 1);
        withImport[row.length] = importId;
        return withImport;
    }

    @Override
    public Standing count(long importId) {
        long rows = client.sql(Sql.get(statements.undo().count()))
                .param(importId)
                .query(Long.class)
                .single();
        return new Standing(rows, 0, 0, 0);
    }

    /** Values that the lines replaced do not come back. */
    @Override
    public long undo(long importId) {
        List<L> gone = client.sql(Sql.get(statements.undo().list()))
                .param(importId)
                .query(stored())
                .list();
        client.sql(Sql.get(statements.undo().delete())).param(importId).update();
        changed(gone, gone);
        return gone.size();
    }
}
