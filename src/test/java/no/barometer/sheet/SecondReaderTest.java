package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.barometer.problem.CellReference;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is read of other people's workbooks is held against LibreOffice, which turns every sheet into csv: the same cells
 * hold something.
 */
class SecondReaderTest {
    /** Every sheet, raw values, UTF-8. */
    private static final String FILTER =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

    private static final Path OFFICE = Path.of("/usr/bin/soffice");

    /** So many of the workbooks are looked at in every build. */
    private static final int EVERY = 17;

    private static final long LARGEST = 200_000;

    /** A folder with what LibreOffice made of each workbook, if that was done before. */
    private static final String MADE = System.getProperty("second.reader", "");

    /**
     * LibreOffice draws a pivot table anew, calculates a table of matrix formulas and a lookup otherwise than the cached
     * values say, and mixes up sheets behind a chart sheet.
     */
    private static final Set<String> OTHERWISE = Set.of(
            "DataTableCities.xlsx",
            "LookupFunctionsTestCaseData.xls",
            "MatrixFormulaEvalTestData.xlsx",
            "WithChartSheet.xlsx");

    @TempDir
    Path folder;

    private final List<String> differences = new ArrayList<>();
    private int books;
    private int sheets;
    private long cells;

    @Test
    @Tag("full-round")
    void findsContentInTheSameCellsAsLibreOffice() throws Exception {
        assumeTrue(!MADE.isEmpty() || Files.isExecutable(OFFICE), "no LibreOffice");
        for (Path file : workbooks()) {
            Reading reading = Reading.of(file);
            // one that LibreOffice reads makes 10 GB of a few texts
            if (reading.whole) {
                compare(file, reading, MADE.isEmpty() ? convert(List.of(file)) : Path.of(MADE, name(file)));
            }
        }
        assertThat(books).isGreaterThan(250);
        nothingDiffers();
    }

    @Test
    void findsContentInTheSameCellsOfSomeWorkbooks() throws Exception {
        assumeTrue(Files.isExecutable(OFFICE), "no LibreOffice");
        Map<Path, Reading> some = new LinkedHashMap<>();
        List<Path> all = workbooks();
        for (int i = 0; i < all.size(); i += EVERY) {
            Reading reading = Reading.of(all.get(i));
            if (reading.whole && Files.size(all.get(i)) < LARGEST) {
                some.put(all.get(i), reading);
            }
        }
        Path made = convert(List.copyOf(some.keySet()));
        for (Map.Entry<Path, Reading> one : some.entrySet()) {
            compare(one.getKey(), one.getValue(), made);
        }
        assertThat(books).isGreaterThan(10);
        nothingDiffers();
    }

    private void nothingDiffers() {
        System.out.printf("second reader: %d workbooks, %d sheets, %d cells%n", books, sheets, cells);
        differences.forEach(System.out::println);
        assertThat(differences).isEmpty();
    }

    private static List<Path> workbooks() throws IOException {
        Path folder = Shared.data("workbooks");
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted().toList();
        }
    }

    private void compare(Path file, Reading reading, Path made) throws IOException {
        Map<String, Set<String>> other = other(file, made);
        if (other.isEmpty()) {
            return;
        }
        books++;
        for (Map.Entry<String, Set<String>> sheet : ours(reading).entrySet()) {
            Set<String> found = other.get(fileName(sheet.getKey()));
            if (found == null) {
                differences.add(name(file) + " " + sheet.getKey() + " has no csv: " + other.keySet());
                continue;
            }
            sheets++;
            cells += found.size();
            Set<String> missing = new TreeSet<>(found);
            missing.removeAll(sheet.getValue());
            Set<String> surplus = new TreeSet<>(sheet.getValue());
            surplus.removeAll(found);
            if (!OTHERWISE.contains(name(file)) && !(missing.isEmpty() && surplus.isEmpty())) {
                differences.add(name(file) + " " + sheet.getKey() + " lacks " + missing.size() + first(missing)
                        + " has beyond " + surplus.size() + first(surplus));
            }
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String first(Set<String> cells) {
        return cells.stream().limit(4).toList().toString();
    }

    private static Map<String, Set<String>> ours(Reading reading) {
        Map<String, Set<String>> sheets = new LinkedHashMap<>();
        for (SheetInfo sheet : reading.sheets) {
            sheets.put(sheet.name(), new TreeSet<>());
        }
        for (String at : reading.cells.keySet()) {
            int bang = at.lastIndexOf('!');
            sheets.get(at.substring(0, bang)).add(at.substring(bang + 1));
        }
        return sheets;
    }

    /** Cells with content by sheet; nothing where LibreOffice does not open the file. */
    private static Map<String, Set<String>> other(Path file, Path made) throws IOException {
        String stem = name(file).substring(0, name(file).lastIndexOf('.')) + "-";
        Map<String, Set<String>> sheets = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(made)) {
            for (Path csv : files.filter(
                            one -> name(one).startsWith(stem) && name(one).endsWith(".csv"))
                    .sorted()
                    .toList()) {
                String sheet = name(csv);
                sheets.put(
                        sheet.substring(stem.length(), sheet.length() - 4)
                                .replaceFirst(" -1$", "")
                                .strip(),
                        cells(csv));
            }
        }
        return sheets;
    }

    /** The folder with a csv of every sheet. */
    private Path convert(List<Path> files) throws IOException, InterruptedException {
        Path made = Files.createDirectories(folder.resolve("made").resolve(name(files.get(0))));
        List<String> command = new ArrayList<>(List.of(
                OFFICE.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                FILTER,
                "--outdir",
                made.toString()));
        files.forEach(file -> command.add(file.toString()));
        Process soffice = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!soffice.waitFor(60 + 10L * files.size(), TimeUnit.SECONDS)) {
            soffice.destroyForcibly().waitFor();
        }
        return made;
    }

    private static Set<String> cells(Path csv) throws IOException {
        Set<String> cells = new TreeSet<>();
        try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            for (CSVRecord record : parser) {
                for (int i = 0; i < record.size(); i++) {
                    if (!record.get(i).replace('\u00a0', ' ').isBlank()) {
                        cells.add(CellReference.of((int) record.getRecordNumber(), i + 1));
                    }
                }
            }
        }
        return cells;
    }

    /** As LibreOffice names the file of a sheet. */
    private static String fileName(String sheet) {
        return sheet.replaceAll("[/\\\\:*?\"<>|]", "_").strip();
    }
}
