package no.barometer.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.barometer.problem.Problem;
import no.barometer.sheet.Bounds;
import no.barometer.survey.Definitions;
import no.barometer.survey.Observation;
import no.barometer.survey.Survey;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What a definition of the survey "s" makes of one small file of the wave 2020. */
record SmallDelivery(Reading reading) {
    static SmallDelivery csv(Path folder, String definition, String... lines) throws IOException {
        return read(folder, definition, Files.write(folder.resolve("s-2020.csv"), List.of(lines)));
    }

    /** @param sheets each one's name with its rows, of cells divided by semicolons; digits are numbers */
    static SmallDelivery workbook(Path folder, String definition, Map<String, List<String>> sheets) throws IOException {
        Path file = folder.resolve("s-2020.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            sheets.forEach((name, rows) -> fill(workbook.createSheet(name), rows));
            workbook.write(out);
        }
        return read(folder, definition, file);
    }

    private static void fill(Sheet sheet, List<String> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Row row = sheet.createRow(i);
            String[] cells = rows.get(i).split(";");
            for (int j = 0; j < cells.length; j++) {
                if (cells[j].matches("\\d+")) {
                    row.createCell(j).setCellValue(Integer.parseInt(cells[j]));
                } else if (!cells[j].isEmpty()) {
                    row.createCell(j).setCellValue(cells[j]);
                }
            }
        }
    }

    private static SmallDelivery read(Path folder, String definition, Path file) throws IOException {
        Path jobs = Files.createDirectories(folder.resolve("jobs"));
        Path yaml = Files.writeString(jobs.resolve("s.yaml"), "survey: s\ntitle: S\n" + definition);
        Survey survey = Definitions.readFile(yaml);
        String name = file.getFileName().toString();
        return new SmallDelivery(
                Layouts.read(survey, survey.deliveries().get(0), file, name, Map.of("wave", "2020"), Bounds.DEFAULT));
    }

    /** Its faults: code, place and what was found. */
    List<String> faults() {
        return reading.problems().stream()
                .map(problem ->
                        String.join(" | ", problem.kind().code(), problem.at().toString(), problem.found()))
                .toList();
    }

    List<String> messages() {
        return reading.problems().stream().map(Problem::message).toList();
    }

    /** Its figures: question, item, answer and group where they have one, and the value. */
    List<String> figures() {
        return reading.observations().stream().map(SmallDelivery::figure).toList();
    }

    private static String figure(Observation one) {
        String of = String.join(
                " ",
                Stream.of(one.question(), one.item(), one.answer(), one.group())
                        .filter(id -> !id.isEmpty() && !id.equals("total"))
                        .toList());
        return of + " = " + (one.value() == null ? one.obsStatus() + one.confStatus() : one.value());
    }
}
