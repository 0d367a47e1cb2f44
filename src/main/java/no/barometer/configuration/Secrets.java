package no.barometer.configuration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;

/** Passwords, which stand in the environment or in a file of their own, and are never printed. */
public final class Secrets {
    private Secrets() {}

    /**
     * A password.
     *
     * @param section the keys it belongs to, for messages
     * @param file whose first line it is, where the password itself is empty
     * @throws BadConfiguration if the file cannot be read
     */
    public static String of(String section, String password, String file) {
        if (!password.isEmpty() || file.isEmpty()) {
            return password;
        }
        try {
            List<String> lines = Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
            return lines.isEmpty() ? "" : lines.get(0);
        } catch (IOException unreadable) {
            throw new BadConfiguration(List.of(Problem.of(
                    Kind.WRONG_VALUE, Location.of(section + ".password-file"), file, "a file that can be read")));
        }
    }
}
