package no.barometer.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs command lines one after the other, so that the launcher can archive the classes they load (CDS). */
public final class Practice {
    private static final String NEXT = "--next";

    private Practice() {}

    /** @param args command lines, {@code --next} between them; nothing is printed */
    public static void main(String[] args) {
        PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        List<String> line = new ArrayList<>();
        for (String word : args) {
            if (word.equals(NEXT)) {
                Commands.execute(nowhere, nowhere, line.toArray(String[]::new));
                line.clear();
            } else {
                line.add(word);
            }
        }
        Commands.execute(nowhere, nowhere, line.toArray(String[]::new));
    }
}
