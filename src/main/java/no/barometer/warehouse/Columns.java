package no.barometer.warehouse;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Values of columns that may be null or are arrays, to and from JDBC. */
final class Columns {
    private Columns() {}

    static void set(PreparedStatement statement, int index, @Nullable Double value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.DOUBLE);
        } else {
            statement.setDouble(index, value);
        }
    }

    static void set(PreparedStatement statement, int index, @Nullable Integer key) throws SQLException {
        if (key == null) {
            statement.setNull(index, Types.INTEGER);
        } else {
            statement.setInt(index, key);
        }
    }

    /** An array of one class of elements, which tells the database their type. */
    static <T> void set(
            PreparedStatement statement,
            int index,
            IntFunction<@Nullable T[]> array,
            int size,
            IntFunction<? extends @Nullable T> values)
            throws SQLException {
        statement.setObject(index, filled(array, size, values));
    }

    /** The same, or null where no element has a value. */
    static <T> void setIfAny(
            PreparedStatement statement,
            int index,
            IntFunction<@Nullable T[]> array,
            int size,
            IntFunction<? extends @Nullable T> values)
            throws SQLException {
        @Nullable T[] elements = filled(array, size, values);
        if (Arrays.stream(elements).allMatch(Objects::isNull)) {
            statement.setNull(index, Types.ARRAY);
        } else {
            statement.setObject(index, elements);
        }
    }

    private static <T> @Nullable T[] filled(
            IntFunction<@Nullable T[]> array, int size, IntFunction<? extends @Nullable T> values) {
        @Nullable T[] elements = array.apply(size);
        for (int i = 0; i < size; i++) {
            elements[i] = values.apply(i);
        }
        return elements;
    }

    static @Nullable Double nullableDouble(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(index);
        return row.wasNull() ? null : value;
    }

    static int[] ints(ResultSet row, int index) throws SQLException {
        return ints(elements(row, index));
    }

    /** 0 for null, as JDBC has it; so many if the array is null. */
    static int[] ints(ResultSet row, int index, int size) throws SQLException {
        Array array = row.getArray(index);
        return array == null ? new int[size] : ints((Object[]) array.getArray());
    }

    private static int[] ints(@Nullable Object[] elements) {
        int[] values = new int[elements.length];
        for (int i = 0; i < values.length; i++) {
            Object element = elements[i];
            values[i] = element == null ? 0 : (Integer) element;
        }
        return values;
    }

    /** So many nulls if the array is null. */
    static @Nullable Double[] nullableDoubles(ResultSet row, int index, int size) throws SQLException {
        @Nullable Double[] values = new @Nullable Double[size];
        Array array = row.getArray(index);
        if (array != null) {
            @Nullable Object[] elements = (Object[]) array.getArray();
            for (int i = 0; i < size; i++) {
                values[i] = (Double) elements[i];
            }
        }
        return values;
    }

    static @Nullable Integer nullableKey(ResultSet row, int index) throws SQLException {
        int key = row.getInt(index);
        return row.wasNull() ? null : key;
    }

    static double[] doubles(ResultSet row, int index) throws SQLException {
        Object[] elements = elements(row, index);
        double[] values = new double[elements.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Number) elements[i]).doubleValue();
        }
        return values;
    }

    static long[] longs(ResultSet row, int index) throws SQLException {
        Object[] elements = elements(row, index);
        long[] values = new long[elements.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Number) elements[i]).longValue();
        }
        return values;
    }

    static boolean[] booleans(ResultSet row, int index) throws SQLException {
        Object[] elements = elements(row, index);
        boolean[] values = new boolean[elements.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (Boolean) elements[i];
        }
        return values;
    }

    static List<String> strings(ResultSet row, int index) throws SQLException {
        List<String> values = new ArrayList<>();
        for (Object element : elements(row, index)) {
            values.add((String) element);
        }
        return List.copyOf(values);
    }

    private static Object[] elements(ResultSet row, int index) throws SQLException {
        return (Object[]) row.getArray(index).getArray();
    }
}
