package io.allegiance.platform.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The columns of the current row of any result, through JDBC alone. */
record JdbcColumns(ResultSet rows) implements StreamedRow {

    @Override
    public boolean next() throws SQLException {
        return rows.next();
    }

    @Override
    public @Nullable String text(int column) throws SQLException {
        return rows.getString(column);
    }

    @Override
    public @Nullable String repeatedText(int column) throws SQLException {
        return text(column);
    }

    @Override
    public byte @Nullable [] digits(int column) throws SQLException {
        return DecimalUnits.digits(rows.getBigDecimal(column));
    }

    @Override
    public long number(int column) throws SQLException {
        return rows.getLong(column);
    }

    @Override
    public boolean isNull(int column) throws SQLException {
        return rows.getObject(column) == null;
    }

    @Override
    public byte @Nullable [] bytes(int column) throws SQLException {
        return rows.getBytes(column);
    }

    @Override
    public @Nullable LocalDateTime time(int column) throws SQLException {
        return rows.getObject(column, LocalDateTime.class);
    }
}
