package no.barometer.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs one statement for many rows. Plain JDBC below: a million rows pass here. */
final class Batch {
    private static final int SIZE = 2_000;

    /** Sets one row's parameters. */
    interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    private final JdbcTemplate jdbc;

    Batch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    <T> void run(String statement, Collection<T> rows, Binder<T> binder) {
        run(statement, rows, SIZE, binder);
    }

    /** The same with so many rows at a time. */
    <T> void run(String statement, Collection<T> rows, int size, Binder<T> binder) {
        if (rows.isEmpty()) {
            return;
        }
        String sql = Sql.of(statement);
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            if (rows.size() >= Copy.WORTH_IT && Copy.can(connection, sql)) {
                return Copy.run(connection, sql, rows, binder);
            }
            try (PreparedStatement prepared = connection.prepareStatement(sql)) {
                return fill(prepared, rows, size, binder);
            }
        });
    }

    /** The keys that the database gave the rows, in their order. */
    <T> List<Integer> insert(String statement, String keyColumn, Collection<T> rows, Binder<T> binder) {
        String sql = Sql.of(statement);
        List<Integer> keys = new ArrayList<>(rows.size());
        jdbc.execute(
                (ConnectionCallback<Integer>) connection -> insert(connection, sql, keyColumn, rows, binder, keys));
        return keys;
    }

    private static <T> int insert(
            Connection connection,
            String sql,
            String keyColumn,
            Collection<T> rows,
            Binder<T> binder,
            List<Integer> keys)
            throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(sql, new String[] {keyColumn})) {
            for (T row : rows) {
                binder.bind(prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
            try (ResultSet given = prepared.getGeneratedKeys()) {
                while (given.next()) {
                    keys.add(given.getInt(1));
                }
            }
            return keys.size();
        }
    }

    private static <T> int fill(PreparedStatement prepared, Collection<T> rows, int size, Binder<T> binder)
            throws SQLException {
        int count = 0;
        for (T row : rows) {
            binder.bind(prepared, row);
            prepared.addBatch();
            if (++count % size == 0) {
                prepared.executeBatch();
            }
        }
        if (count % size != 0) {
            prepared.executeBatch();
        }
        return count;
    }
}
