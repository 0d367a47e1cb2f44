package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import no.barometer.survey.BadDefinition;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of fault is provoked by the folder {@code faults/<code>}, checked as a researcher would. Its {@code
 * expected.csv} holds all faults found: kind, place, and what was found. Where the folder has {@code then/}, what lies
 * in it takes the place of jobs and input after a first run.
 */
class FaultsTest {
    private static final Path FAULTS = Path.of("src/test/resources/faults");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    /** Deliveries that are not kept as files. */
    private static final Map<Kind, Building> BUILT = Map.of(
            Kind.ENCRYPTED,
            FaultsTest::encrypted,
            Kind.HIDDEN_CONTENT,
            input -> workbook(input, FaultsTest::hideColumn),
            Kind.FORMULA_WITHOUT_VALUE,
            input -> workbook(input, FaultsTest::formula),
            Kind.ERROR_VALUE,
            input -> workbook(input, FaultsTest::error),
            Kind.SHEET_NOT_FOUND,
            input -> workbook(input, sheet -> {}),
            Kind.FILE_UNREADABLE,
            FaultsTest::link,
            Kind.TOO_LARGE,
            FaultsTest::wide,
            Kind.FILE_CHANGING,
            FaultsTest::fresh);

    @TempDir
    Path folder;

    private interface Building {
        void build(Path input) throws Exception;
    }

    private interface Filling {
        void fill(Sheet sheet);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void isProvokedByItsFixtureAtTheRightPlace(Kind kind) throws Exception {
        Path fixture = FAULTS.resolve(kind.code());
        assertThat(fixture).isDirectory();
        Fixture.copy(fixture.resolve("jobs"), folder.resolve("jobs"));
        Fixture.copy(fixture.resolve("input"), folder.resolve("input"));
        BUILT.getOrDefault(kind, input -> {}).build(folder.resolve("input"));
        List<Problem> problems = problems(fixture, kind);
        String found = csv(problems);
        Path expected = fixture.resolve("expected.csv");
        if (UPDATE) {
            Files.writeString(expected, found);
        }
        assertThat(problems).extracting(Problem::kind).contains(kind);
        assertThat(found).isEqualTo(Files.readString(expected));
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.message())
                        .doesNotContain("{found}", "{expected}")
                        .matches("(?s).{20,}[.?!]"));
    }

    @Test
    void sharesOfAnswersAsDeliveredThatAreFractionsAreToldHowToBeRead() throws Exception {
        Path fixture = FAULTS.resolve(Kind.SHARES_DO_NOT_ADD_UP.code());
        Fixture.copy(fixture.resolve("jobs"), folder.resolve("jobs"));
        Fixture.copy(fixture.resolve("input"), folder.resolve("input"));
        assertThat(problems(fixture, Kind.SHARES_DO_NOT_ADD_UP))
                .filteredOn(problem -> problem.at().toString().contains("levert"))
                .extracting(Problem::message)
                .satisfiesExactly(
                        fractions -> assertThat(fractions)
                                .contains("100 within 0.0015, the rounding of 3 answers", "figures: fraction"),
                        typo -> assertThat(typo)
                                .contains("add up to 81", "100 within 0.1, the rounding of 2 answers")
                                .doesNotContain("figures: fraction"));
    }

    @Test
    void everyFixtureIsOfAKind() throws IOException {
        try (Stream<Path> fixtures = Files.list(FAULTS)) {
            assertThat(fixtures.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Kind.values()).map(Kind::code).toList());
        }
    }

    @Test
    void everyMessageSaysWhatWasFoundOrExpectedAndMoreThanThat() {
        assertThat(Kind.values())
                .allSatisfy(kind -> assertThat(kind.template())
                        .containsAnyOf("{found}", "{expected}")
                        .hasSizeGreaterThan(40)
                        .endsWith("."));
    }

    private List<Problem> problems(Path fixture, Kind kind) throws Exception {
        Settings settings = Fixture.settings(folder, 2);
        if (Files.exists(fixture.resolve("then"))) {
            new Runner(settings, Progress.SILENT).run();
            Fixture.copy(fixture.resolve("then/jobs"), folder.resolve("jobs"));
            Fixture.copy(fixture.resolve("then/input"), folder.resolve("input"));
            return new Runner(settings, Progress.SILENT).run().problems();
        }
        if (kind == Kind.FILE_CHANGING) {
            return whileWriting(() -> check(settings));
        }
        return check(settings);
    }

    private static List<Problem> check(Settings settings) {
        try {
            return new Checking(settings, Progress.SILENT).check(List.of()).problems();
        } catch (BadDefinition bad) {
            return bad.problems();
        }
    }

    private static String csv(List<Problem> problems) {
        StringBuilder csv = new StringBuilder("kind,place,found\n");
        for (Problem problem : problems) {
            for (String field : List.of(problem.kind().code(), problem.at().toString())) {
                csv.append(quoted(field)).append(',');
            }
            csv.append(quoted(problem.found())).append('\n');
        }
        return csv.toString();
    }

    private static String quoted(String field) {
        return field.matches("[^,\"\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    private static void workbook(Path input, Filling filling) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(input.resolve("tabell.xlsx"))) {
            Sheet sheet = workbook.createSheet("Tabell 1");
            row(sheet, 0, "Medium", "2019", "2020");
            row(sheet, 1, "Fjernsyn", 40, 41);
            row(sheet, 2, "Aviser", 30, 31);
            filling.fill(sheet);
            workbook.write(out);
        }
        Fixture.rest(input.resolve("tabell.xlsx"));
    }

    private static void row(Sheet sheet, int number, Object... cells) {
        Row row = sheet.createRow(number);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Number value) {
                row.createCell(i).setCellValue(value.doubleValue());
            } else {
                row.createCell(i).setCellValue(cells[i].toString());
            }
        }
    }

    private static void hideColumn(Sheet sheet) {
        sheet.setColumnHidden(1, true);
    }

    private static void formula(Sheet sheet) {
        sheet.getRow(1).createCell(2).setCellFormula("B2+1");
    }

    private static void error(Sheet sheet) {
        sheet.getRow(2).getCell(1).setCellErrorValue(FormulaError.DIV0.getCode());
    }

    private static void encrypted(Path input) throws Exception {
        workbook(input, sheet -> {});
        Path file = input.resolve("tabell.xlsx");
        byte[] plain = Files.readAllBytes(file);
        try (POIFSFileSystem container = new POIFSFileSystem();
                var out = Files.newOutputStream(file)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("hemmelig");
            try (var data = encryptor.getDataStream(container)) {
                data.write(plain);
            }
            container.writeFilesystem(out);
        }
        Fixture.rest(file);
    }

    private static void link(Path input) throws IOException {
        Path elsewhere = Files.writeString(input.resolveSibling("elsewhere.csv"), "Medium;2019;2020\n");
        Files.createSymbolicLink(input.resolve("tabell.csv"), elsewhere);
    }

    private static void wide(Path input) throws IOException {
        Fixture.rest(Files.writeString(input.resolve("tabell.csv"), "2020;2021\n" + ";".repeat(20_000) + "\n"));
    }

    private static void fresh(Path input) throws IOException {
        Path file = Files.writeString(input.resolve("tabell.csv"), "Medium;2019;2020\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
    }

    /** What is found while another program goes on writing to the file. */
    private List<Problem> whileWriting(java.util.concurrent.Callable<List<Problem>> check) throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        Thread writer = new Thread(() -> {
            while (writing.get()) {
                try {
                    Files.writeString(
                            folder.resolve("input/tabell.csv"),
                            "Fjernsyn;40;41\n",
                            StandardCharsets.UTF_8,
                            StandardOpenOption.APPEND);
                    Thread.sleep(20);
                } catch (IOException | InterruptedException stopped) {
                    return;
                }
            }
        });
        writer.start();
        try {
            return check.call();
        } finally {
            writing.set(false);
            writer.join();
        }
    }
}
