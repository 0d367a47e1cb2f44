package no.barometer.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server that a test may treat as it likes: Debian's programs, a folder and a port of its own. */
final class OwnServer implements AutoCloseable {
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";

    private final Path programs;
    private final Path data;
    private final int port;

    private OwnServer(Path programs, Path data, int port) {
        this.programs = programs;
        this.data = data;
        this.port = port;
    }

    /** Starts one; the test is passed over where there is no PostgreSQL, or no right to become its user. */
    static OwnServer start() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(PROGRAMS), "no PostgreSQL");
        Path programs;
        try (Stream<Path> versions = Files.list(PROGRAMS)) {
            programs = versions.sorted()
                    .reduce((one, other) -> other)
                    .orElseThrow()
                    .resolve("bin");
        }
        // below /tmp itself: its user may not enter the folders of tests
        Path data = Files.createTempDirectory("barometer-postgresql");
        Assumptions.assumeTrue(sh(List.of("chown", USER, data.toString())) == 0, "only root can become " + USER);
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        OwnServer server = new OwnServer(programs, data, port);
        server.does("initdb", "-A", "trust", "-E", "UTF8", "--no-sync", "-D", data.toString());
        server.up();
        server.create();
        return server;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/barometer?user=" + USER;
    }

    /** Ends it as a loss of power would. */
    void crash() {
        does("pg_ctl", "-D", data.toString(), "-m", "immediate", "-w", "stop");
    }

    void up() {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + data;
        does("pg_ctl", "-D", data.toString(), "-w", "-l", data + "/log", "-o", options, "start");
    }

    void drop() {
        does("dropdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "--force", "barometer");
    }

    void create() {
        does("createdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "barometer");
    }

    private void does(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of("runuser", "-u", USER, "--"));
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        int status = sh(command);
        if (status != 0) {
            throw new AssertionError(command + " ended with " + status);
        }
    }

    private static int sh(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return -1;
            }
            return process.exitValue();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void close() {
        sh(List.of(
                "runuser",
                "-u",
                USER,
                "--",
                programs.resolve("pg_ctl").toString(),
                "-D",
                data.toString(),
                "-m",
                "immediate",
                "stop"));
        sh(List.of("rm", "-rf", data.toString()));
    }
}
