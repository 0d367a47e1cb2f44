package no.barometer.publish;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;

/**
 * Where POI keeps the rows of a workbook in the making. Its own way is one folder for all users of a machine, which belongs
 * to whoever came first, and keeps the others out.
 */
final class ScratchFiles implements TempFileCreationStrategy {
    private ScratchFiles() {}

    /** Holds for all workbooks from now on. */
    static void use() {
        TempFile.setTempFileCreationStrategy(new ScratchFiles());
    }

    @Override
    public File createTempFile(String prefix, String suffix) throws IOException {
        File file = Files.createTempFile("barometer-" + prefix, suffix).toFile();
        file.deleteOnExit();
        return file;
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        File folder = Files.createTempDirectory("barometer-" + prefix).toFile();
        folder.deleteOnExit();
        return folder;
    }
}
