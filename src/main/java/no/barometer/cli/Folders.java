package no.barometer.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that a command needs. */
final class Folders {
    private Folders() {}

    static void require(Path folder, String option) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    "There is no folder " + folder + ". Make it, or name another with " + option + ".");
        }
        if (!Files.isReadable(folder)) {
            throw new UsageException("The folder " + folder
                    + " cannot be read. Change its rights, or name another with " + option + ".");
        }
    }
}
