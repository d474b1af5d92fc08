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
import java.sql.Wrapper;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Rows taken from Connector/J below its JDBC interface, which locks the connection for each column and puts each number
 * into an object: half of what reading a row costs.
 */
final class ConnectorRow implements StreamedRow {

    private final ResultsetRows rows;
    private final Field[] columns;
    private final PropertySet settings;
    private final NumberSink number;
    private final ValueFactory<String> texts;
    private final ValueFactory<BigDecimal> decimals;
    private final ValueFactory<LocalDateTime> times;
    private final @Nullable RepeatedTexts[] repeatedTexts;
    private @Nullable Row row;

    private ConnectorRow(PropertySet settings, ResultsetRows rows, Field[] columns) {
        this.settings = settings;
        this.rows = rows;
        this.columns = columns;
        this.repeatedTexts = new RepeatedTexts[columns.length];
        this.number = new NumberSink(settings);
        this.texts = new StringValueFactory(settings);
        this.decimals = new BigDecimalValueFactory(settings);
        this.times = new LocalDateTimeValueFactory(settings);
    }

    /**
     * Opens the rows of a result that was just executed; takes none of them.
     *
     * @throws ClassCastException when the result is not one of Connector/J
     * @throws LinkageError when the driver's internals are not those that this class uses
     */
    static StreamedRow open(ResultSet result) throws SQLException {
        ConnectorInternals.require();
        PropertySet settings = unwrap(result.getStatement().getConnection(), JdbcConnection.class)
                .getPropertySet();
        ResultsetRows rows = unwrap(result, ResultSetInternalMethods.class).getRows();
        Field[] columns = rows == null || rows.getMetadata() == null
                ? new Field[0]
                : rows.getMetadata().getFields();
        int count = result.getMetaData().getColumnCount();
        if (columns.length != count) {
            throw new IncompatibleClassChangeError(
                    "the driver's rows have " + columns.length + " columns, its result has " + count);
        }
        return new ConnectorRow(settings, rows, columns);
    }

    private static <T> T unwrap(Wrapper object, Class<T> internal) throws SQLException {
        if (!object.isWrapperFor(internal)) {
            throw new ClassCastException(object.getClass().getName() + " is not a " + internal.getName());
        }
        return object.unwrap(internal);
    }

    @Override
    public boolean next() throws SQLException {
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

    /** Returns the last whole number that was read; 0 for NULL. */
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
            throw new IllegalArgumentException("there is a text where a whole number was expected");
        }

        @Override
        public String getTargetTypeName() {
            return "a whole number";
        }
    }
}
