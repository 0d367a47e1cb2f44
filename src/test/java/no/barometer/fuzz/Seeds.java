package no.barometer.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.barometer.hostile.SmallWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes what the coverage-guided fuzzers begin with: {@code Seeds FOLDER}. */
public final class Seeds {
    private static final int LARGEST = 30_000;
    private static final List<String> NUMBERS = List.of(
            "45",
            "45,3",
            "0.453",
            "45 %",
            "<1",
            "1 234",
            "1.234,5",
            "1.250",
            "-3",
            "\u22122",
            "12b",
            "41 (p)",
            "[c]",
            "..",
            "1'000.5",
            "1e-5",
            ".5",
            "1\u00a0234,5*",
            "1,234,567",
            "+4");

    private Seeds() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int part = 0;
        for (Map.Entry<String, String> one : SmallWorkbook.parts().entrySet()) {
            write(folder, "xlsx", (char) part++, one.getValue().getBytes(StandardCharsets.UTF_8));
        }
        for (Path file : files("../shared/data/workbooks", "input")) {
            String name = file.toString().toLowerCase(java.util.Locale.ROOT);
            if (name.matches(".*\\.xls[xm]")) {
                write(folder, "xlsx", 'z', Files.readAllBytes(file));
            } else if (name.endsWith(".xls")) {
                write(folder, "xls", 'z', Files.readAllBytes(file));
                records(folder, Files.readAllBytes(file));
            } else if (name.matches(".*\\.(csv|tsv|txt)")) {
                write(folder, "csv", (char) 0, Files.readAllBytes(file));
            }
        }
        for (Path file : files("jobs", "src/test/resources/faults")) {
            if (file.toString().endsWith(".yaml")) {
                write(folder, "definition", Files.readAllBytes(file));
            } else if (file.toString().endsWith(".csv")) {
                write(folder, "csv", (char) 0, Files.readAllBytes(file));
            }
        }
        for (String number : NUMBERS) {
            write(folder, "number", number.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void records(Path folder, byte[] file) throws IOException {
        try (POIFSFileSystem ole = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            if (ole.getRoot().hasEntry("Workbook")) {
                write(
                        folder,
                        "xls",
                        'r',
                        ole.createDocumentInputStream("Workbook").readAllBytes());
            }
        } catch (RuntimeException | IOException broken) {
            // then only the whole file is a seed
        }
    }

    private static List<Path> files(String... folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : folders) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.walk(Path.of(folder))) {
                    files.filter(Files::isRegularFile).sorted().forEach(found::add);
                }
            }
        }
        return found;
    }

    private static void write(Path folder, String target, char first, byte[] bytes) throws IOException {
        byte[] all = new byte[bytes.length + 1];
        all[0] = (byte) first;
        System.arraycopy(bytes, 0, all, 1, bytes.length);
        write(folder, target, all);
    }

    private static void write(Path folder, String target, byte[] bytes) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve(target));
        if (bytes.length < LARGEST) {
            try (Stream<Path> before = Files.list(seeds)) {
                Files.write(seeds.resolve("seed-" + before.count()), bytes);
            }
        }
    }
}
