package io.allegiance.platform.read;

import com.mysql.cj.MysqlType;
import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.exceptions.SQLExceptionsMapping;
import com.mysql.cj.jdbc.result.ResultSetInternalMethods;
import com.mysql.cj.protocol.ResultsetRows;
import com.mysql.cj.result.BigDecimalValueFactory;
import com.mysql.cj.result.DefaultValueFactory;
import com.mysql.cj.result.Field;
import com.mysql.cj.result.LocalDateTimeValueFactory;
import com.mysql.cj.result.Row;
import com.mysql.cj.result.StringValueFactory;
import com.mysql.cj.result.ValueFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a streamed result one after the other, taken from the driver below its JDBC face, which locks the connection for each
 * column and puts each number into an object: half of what reading a row costs.
 */
final class StreamedRow implements Columns {

    private final ResultsetRows rows;
    private final Field[] columns;
    private final PropertySet settings;
    private final NumberSink number;
    private final ValueFactory<String> texts;
    private final ValueFactory<BigDecimal> decimals;
    private final ValueFactory<LocalDateTime> times;
    private final @Nullable RepeatedTexts[] repeatedTexts;
    private @Nullable Row row;

    StreamedRow(ResultSet result) throws SQLException {
        this.settings = result.getStatement()
                .getConnection()
                .unwrap(JdbcConnection.class)
                .getPropertySet();
        this.rows = result.unwrap(ResultSetInternalMethods.class).getRows();
        this.columns = rows.getMetadata().getFields();
        this.repeatedTexts = new RepeatedTexts[columns.length];
        this.number = new NumberSink(settings);
        this.texts = new StringValueFactory(settings);
        this.decimals = new BigDecimalValueFactory(settings);
        this.times = new LocalDateTimeValueFactory(settings);
    }

    /** Goes on to the next row; false when there are no more. */
    boolean next() throws SQLException {
        try {
            row = rows.next();
            return row != null;
        } catch (RuntimeException e) {
            throw SQLExceptionsMapping.translateException(e);
        }
    }

    @Override
    public @Nullable String text(int column) throws SQLException {
        return get(column, texts);
    }

    @Override
    public @Nullable String repeatedText(int column) throws SQLException {
        RepeatedTexts known = repeatedTexts[column - 1];
        if (known == null) {
            known = new RepeatedTexts(settings);
            repeatedTexts[column - 1] = known;
        }
        return get(column, known);
    }

    @Override
    public byte @Nullable [] digits(int column) throws SQLException {
        return isDecimal(column) ? bytes(column) : DecimalUnits.digits(get(column, decimals));
    }

    /** The server sends the digits of a DECIMAL, and any other number in its own form. */
    private boolean isDecimal(int column) {
        return columns[column - 1].getMysqlTypeId() == MysqlType.FIELD_TYPE_NEWDECIMAL;
    }

    @Override
    public long number(int column) throws SQLException {
        get(column, number);
        return number.value;
    }

    @Override
    public boolean isNull(int column) {
        return current().getNull(column - 1);
    }

    @Override
    public byte @Nullable [] bytes(int column) throws SQLException {
        try {
            return current().getBytes(column - 1);
        } catch (RuntimeException e) {
            throw SQLExceptionsMapping.translateException(e);
        }
    }

    @Override
    public @Nullable LocalDateTime time(int column) throws SQLException {
        return get(column, times);
    }

    private <T> @Nullable T get(int column, ValueFactory<T> factory) throws SQLException {
        try {
            return current().getValue(column - 1, factory);
        } catch (RuntimeException e) {
            throw SQLExceptionsMapping.translateException(e);
        }
    }

    private Row current() {
        if (row == null) {
            throw new IllegalStateException("there is no row to look at");
        }
        return row;
    }

    /** Takes the last whole number that was read; 0 for NULL. */
    private static final class NumberSink extends DefaultValueFactory<Boolean> {

        private long value;

        NumberSink(PropertySet settings) {
            super(settings);
        }

        @Override
        public Boolean createFromLong(long read) {
            value = read;
            return Boolean.TRUE;
        }

        @Override
        public Boolean createFromBigInteger(BigInteger read) {
            return createFromLong(read.longValueExact());
        }

        @Override
        public @Nullable Boolean createFromNull() {
            value = 0;
            return null;
        }

        @Override
        public Boolean createFromBytes(byte[] bytes, int offset, int length, Field field) {
            throw new IllegalArgumentException("a text stands where a whole number was expected");
        }

        @Override
        public String getTargetTypeName() {
            return "a whole number";
        }
    }
}
