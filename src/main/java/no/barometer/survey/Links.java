package no.barometer.survey;

import java.io.IOException;
import java.nio.file.Path;

/** Symbolic links, which may lead about in the folder of definitions but not out of it. */
final class Links {
    private Links() {}

    static boolean stayWithin(Path folder, Path file) {
        try {
            return file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException leadsNowhere) {
            return false;
        }
    }
}
