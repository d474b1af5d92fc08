package io.allegiance.platform.load;

import io.allegiance.platform.database.DatabaseFailures;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The slower way in: the same rows as inserts of many tuples each. A statement of many tuples, unlike a rewritten
 * batch, reports how many rows it wrote and how many warnings it raised.
 */
final class TupleInsert {

    private static final int TUPLES = 500;
    private static final int BYTES = 512 * 1024;

    private final Connection connection;
    private final BulkStatement statement;
    private final String head;
    private final String tuple;

    TupleInsert(Connection connection, BulkStatement statement) {
        this.connection = connection;
        this.statement = statement;
        String insert = statement.insert();
        int values = insert.toUpperCase(Locale.ROOT).lastIndexOf("VALUES") + "VALUES".length();
        this.head = insert.substring(0, values) + " ";
        this.tuple = insert.substring(values).strip();
    }

    long write(RowBuffer rows) throws SQLException {
        RowReader reader = new RowReader(rows.bytes(), rows.size());
        long taken = 0;
        while (reader.hasNext()) {
            List<List<@Nullable Object>> batch = new ArrayList<>();
            int end = reader.position() + BYTES;
            while (reader.hasNext() && batch.size() < TUPLES && reader.position() < end) {
                batch.add(reader.next());
            }
            taken += insert(batch);
        }
        return taken;
    }

    private long insert(List<List<@Nullable Object>> batch) throws SQLException {
        String text = head + String.join(", ", Collections.nCopies(batch.size(), tuple));
        try (PreparedStatement insert = connection.prepareStatement(text)) {
            int parameter = 1;
            for (List<@Nullable Object> row : batch) {
                for (Object value : row) {
                    insert.setObject(parameter++, value);
                }
            }
            long taken = insert.executeLargeUpdate();
            return LoadCheck.of(connection, statement.duplicates()).check(batch.size(), taken);
        } catch (SQLException e) {
            throw DatabaseFailures.withoutValues(e);
        }
    }

    /** Reads the buffer back into values. */
    private static final class RowReader {

        private final byte[] bytes;
        private final int size;
        private final byte[] field;
        private int position;

        RowReader(byte[] bytes, int size) {
            this.bytes = bytes;
            this.size = size;
            this.field = new byte[size];
        }

        int position() {
            return position;
        }

        boolean hasNext() {
            return position < size;
        }

        List<@Nullable Object> next() {
            List<@Nullable Object> row = new ArrayList<>();
            do {
                row.add(nextField());
            } while (bytes[position++] == '\t');
            return row;
        }

        private @Nullable Object nextField() {
            int length = 0;
            while (bytes[position] != '\t' && bytes[position] != '\n') {
                byte b = bytes[position++];
                if (b == '\\') {
                    byte escaped = bytes[position++];
                    if (escaped == 'N') {
                        return null;
                    }
                    b = unescape(escaped);
                }
                field[length++] = b;
            }
            return isAscii(length)
                    ? new String(field, 0, length, StandardCharsets.US_ASCII)
                    : Arrays.copyOf(field, length);
        }

        /**
         * Only a string may be converted to a number or a date; all other values are passed as bytes, independent of
         * the connection's character set.
         */
        private boolean isAscii(int length) {
            for (int i = 0; i < length; i++) {
                if (field[i] < 0) {
                    return false;
                }
            }
            return true;
        }

        private static byte unescape(byte escaped) {
            return switch (escaped) {
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'r' -> '\r';
                case '0' -> 0;
                default -> escaped;
            };
        }
    }
}
