package no.barometer.warehouse;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** PostgreSQL's way to take in many rows: an insert of parameters alone is sent as a COPY of the same columns. */
final class Copy {
    /** From so many rows on it is faster. */
    static final int WORTH_IT = 200;

    private static final int CHUNK = 1 << 16;
    private static final Pattern PLAIN_INSERT =
            Pattern.compile("INSERT INTO (\\w+) (\\([^)]*\\))\\s+VALUES \\((?:\\?, )*\\?\\)");

    private static final Map<Class<?>, String> TYPES = Map.of(
            Integer[].class, "int4",
            Long[].class, "int8",
            Double[].class, "float8",
            Boolean[].class, "bool",
            String[].class, "varchar");

    private Copy() {}

    static boolean can(Connection connection, String sql) throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                && PLAIN_INSERT.matcher(sql).matches();
    }

    static <T> int run(Connection connection, String sql, Collection<T> rows, Batch.Binder<T> binder)
            throws SQLException {
        Matcher insert = PLAIN_INSERT.matcher(sql);
        if (!insert.matches()) {
            throw new IllegalArgumentException(sql);
        }
        int columns = (int) insert.group(2).chars().filter(c -> c == ',').count() + 1;
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + insert.group(1) + " " + insert.group(2) + " FROM STDIN");
        try {
            Line line = new Line(connection, columns);
            PreparedStatement parameters = (PreparedStatement)
                    Proxy.newProxyInstance(Copy.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, line);
            StringBuilder text = new StringBuilder();
            for (T row : rows) {
                binder.bind(parameters, row);
                line.end(text);
                if (text.length() > CHUNK) {
                    send(copy, text);
                }
            }
            send(copy, text);
            return (int) copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /** Takes a row's parameters as a statement would, and writes them in COPY's text format. */
    private static final class Line implements InvocationHandler {
        private final Connection connection;
        private final @Nullable String[] cells;

        Line(Connection connection, int columns) {
            this.connection = connection;
            this.cells = new String[columns];
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws SQLException {
            String name = method.getName();
            if (name.equals("setNull")) {
                cells[(Integer) arguments[0] - 1] = null;
            } else if (name.startsWith("set") && arguments.length == 2) {
                Object value = arguments[1];
                cells[(Integer) arguments[0] - 1] = value == null ? null : text(value);
            } else {
                throw new SQLException("not a parameter: " + name);
            }
            return null;
        }

        private String text(Object value) throws SQLException {
            return value instanceof Object[] elements
                    ? connection
                            .createArrayOf(TYPES.get(elements.getClass()), elements)
                            .toString()
                    : value.toString();
        }

        void end(StringBuilder out) {
            for (int i = 0; i < cells.length; i++) {
                if (i > 0) {
                    out.append('\t');
                }
                String cell = cells[i];
                if (cell == null) {
                    out.append("\\N");
                } else {
                    escape(cell, out);
                }
            }
            out.append('\n');
        }

        private static void escape(String cell, StringBuilder out) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                switch (c) {
                    case '\\' -> out.append("\\\\");
                    case '\t' -> out.append("\\t");
                    case '\n' -> out.append("\\n");
                    case '\r' -> out.append("\\r");
                    default -> out.append(c);
                }
            }
        }
    }
}
