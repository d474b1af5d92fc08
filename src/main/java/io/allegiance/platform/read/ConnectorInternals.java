package io.allegiance.platform.read;

import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcPropertySet;
import com.mysql.cj.jdbc.exceptions.SQLExceptionsMapping;
import com.mysql.cj.jdbc.result.ResultSetInternalMethods;
import com.mysql.cj.protocol.ColumnDefinition;
import com.mysql.cj.protocol.ResultsetRows;
import com.mysql.cj.result.BigDecimalValueFactory;
import com.mysql.cj.result.DefaultValueFactory;
import com.mysql.cj.result.Field;
import com.mysql.cj.result.LocalDateTimeValueFactory;
import com.mysql.cj.result.Row;
import com.mysql.cj.result.StringValueFactory;
import com.mysql.cj.result.ValueFactory;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The methods of Connector/J that {@link ConnectorRow} and {@link RepeatedTexts} call or override. Java looks for a method when it is
 * called first, which may be rows after the start of a stream; this looks for all of them before.
 */
final class ConnectorInternals {

    static final List<Member> USED = List.of(
            method(JdbcPropertySet.class, JdbcConnection.class, "getPropertySet"),
            method(ResultsetRows.class, ResultSetInternalMethods.class, "getRows"),
            method(ColumnDefinition.class, ResultsetRows.class, "getMetadata"),
            method(Object.class, ResultsetRows.class, "next"),
            method(Field[].class, ColumnDefinition.class, "getFields"),
            method(int.class, Field.class, "getMysqlTypeId"),
            method(boolean.class, Row.class, "getNull", int.class),
            method(byte[].class, Row.class, "getBytes", int.class),
            method(Object.class, Row.class, "getValue", int.class, ValueFactory.class),
            method(SQLException.class, SQLExceptionsMapping.class, "translateException", Throwable.class),
            constructor(BigDecimalValueFactory.class),
            constructor(LocalDateTimeValueFactory.class),
            constructor(StringValueFactory.class),
            createFromBytes(String.class, StringValueFactory.class),
            constructor(DefaultValueFactory.class),
            createFromBytes(Object.class, ValueFactory.class),
            method(Object.class, DefaultValueFactory.class, "createFromLong", long.class),
            method(Object.class, DefaultValueFactory.class, "createFromBigInteger", BigInteger.class),
            method(Object.class, DefaultValueFactory.class, "createFromNull"),
            method(String.class, ValueFactory.class, "getTargetTypeName"));

    private static final List<Member> MISSING =
            USED.stream().filter(member -> !member.exists()).toList();

    private ConnectorInternals() {}

    /**
     * Requires that all of them exist.
     *
     * @throws LinkageError that names the missing ones
     */
    static void require() {
        require(MISSING);
    }

    static void require(List<Member> missing) {
        if (!missing.isEmpty()) {
            throw new NoSuchMethodError(missing.stream().map(Member::toString).collect(Collectors.joining(", ")));
        }
    }

    private static Member method(Class<?> result, Class<?> owner, String name, Class<?>... parameters) {
        return new Member(result, owner, name, List.of(parameters));
    }

    private static Member createFromBytes(Class<?> result, Class<?> owner) {
        return method(result, owner, "createFromBytes", byte[].class, int.class, int.class, Field.class);
    }

    private static Member constructor(Class<?> owner) {
        return method(void.class, owner, Member.CONSTRUCTOR, PropertySet.class);
    }

    /**
     * A public method or constructor of the driver.
     *
     * @param result what it returns, generic types erased; void for a constructor
     * @param name the method's name, {@code <init>} for a constructor
     */
    record Member(Class<?> result, Class<?> owner, String name, List<Class<?>> parameters) {

        static final String CONSTRUCTOR = "<init>";

        boolean exists() {
            Class<?>[] types = parameters.toArray(Class<?>[]::new);
            return name.equals(CONSTRUCTOR)
                    ? Arrays.stream(owner.getConstructors())
                            .anyMatch(each -> Arrays.equals(each.getParameterTypes(), types))
                    : Arrays.stream(owner.getMethods())
                            .anyMatch(each -> each.getName().equals(name)
                                    && each.getReturnType() == result
                                    && Arrays.equals(each.getParameterTypes(), types));
        }

        @Override
        public String toString() {
            return owner.getName() + "." + name
                    + parameters.stream().map(Class::getSimpleName).collect(Collectors.joining(", ", "(", ")"));
        }
    }
}
