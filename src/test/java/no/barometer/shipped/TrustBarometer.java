package no.barometer.shipped;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The synthetic survey: until 2014 one csv of codes a year, 2015 in two parts, from 2016 a workbook with labels, as when
 * the institute that does the fieldwork changes.
 */
final class TrustBarometer {
    static final int RESPONDENTS = 1_000;
    private static final String SAID = "Syntetiske data: oppdiktede respondenter, ingen virkelige svar.";
    private static final List<String> HEADER = List.of(
            "respondent",
            "vekt",
            "landsdel",
            "kommune",
            "kjonn",
            "alder",
            "q1_bruker",
            "q4_1",
            "q4_2",
            "q4_3",
            "q4_4",
            "q4_5",
            "q4_6",
            "q4_7",
            "q6_1",
            "q6_2",
            "q6_3",
            "q6_4",
            "q6_5",
            "q7_timer");
    private static final List<String> PARTS =
            List.of("Østlandet", "Sørlandet", "Vestlandet", "Midt-Norge", "Nord-Norge");
    private static final List<String> GENDERS = List.of("Kvinne", "Mann");
    private static final List<String> AGES = List.of("15-24", "25-34", "35-44", "45-54", "55-64", "65+");

    private TrustBarometer() {}

    /** Files by path. */
    static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String folder = "tillitsbarometer/";
        for (int year = 2012; year <= 2014; year++) {
            files.put(folder + "tillit-" + year + ".csv", csv(year, one -> true));
        }
        files.put(folder + "tillit_2015_sor.csv", csv(2015, one -> one.part() < 3));
        files.put(folder + "tillit_2015_nord.csv", csv(2015, one -> one.part() >= 3));
        for (int year = 2016; year <= 2018; year++) {
            files.put(folder + "tillit-" + year + ".xlsx", xlsx(year));
        }
        return files;
    }

    private static Stream<Respondent> respondents(int year) {
        return IntStream.range(0, RESPONDENTS).mapToObj(index -> Respondent.of(year, index));
    }

    private static byte[] csv(int year, Predicate<Respondent> wanted) {
        List<String> lines = new ArrayList<>(List.of(String.join(";", HEADER)));
        respondents(year).filter(wanted).forEach(one -> {
            List<String> cells = new ArrayList<>(List.of(
                    String.valueOf(one.number()),
                    String.format(
                            Locale.ROOT,
                            "%d,%06d",
                            one.weightMillionths() / 1_000_000,
                            one.weightMillionths() % 1_000_000),
                    String.valueOf(one.part() + 1),
                    String.valueOf(one.municipality()),
                    String.valueOf(one.gender() + 1),
                    String.valueOf(one.age() + 1),
                    one.uses() ? "1" : "2"));
            IntStream.of(one.trust()).forEach(answer -> cells.add(answer == 0 ? "" : String.valueOf(answer)));
            for (int channel = 0; channel < 5; channel++) {
                cells.add(one.uses() ? String.valueOf(one.channels()[channel]) : "");
            }
            cells.add(one.halfHours() < 0 ? "" : one.halfHours() / 2 + (one.halfHours() % 2 == 0 ? "" : ",5"));
            lines.add(String.join(";", cells));
        });
        return Bytes.text(UTF_8, "\r\n", lines);
    }

    private static byte[] xlsx(int year) throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("Data " + year);
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle header = workbook.createCellStyle();
        header.setFont(bold);
        CellStyle weight = workbook.createCellStyle();
        weight.setDataFormat(workbook.createDataFormat().getFormat("0.000000"));
        Row first = sheet.createRow(0);
        for (int column = 0; column < HEADER.size(); column++) {
            first.createCell(column).setCellValue(HEADER.get(column));
            first.getCell(column).setCellStyle(header);
        }
        sheet.setDefaultColumnWidth(12);
        sheet.createFreezePane(1, 1);
        respondents(year).forEach(one -> fill(sheet.createRow(sheet.getLastRowNum() + 1), one, weight));
        Sheet about = workbook.createSheet("Om dataene");
        about.createRow(0).createCell(0).setCellValue("Tillitsbarometeret " + year);
        about.createRow(1).createCell(0).setCellValue(SAID);
        return Bytes.xlsx(workbook);
    }

    private static void fill(Row row, Respondent one, CellStyle weight) {
        row.createCell(0).setCellValue(one.number());
        Cell weightCell = row.createCell(1);
        weightCell.setCellValue(one.weightMillionths() / 1e6);
        weightCell.setCellStyle(weight);
        row.createCell(2).setCellValue(PARTS.get(one.part()));
        row.createCell(3).setCellValue(one.municipality());
        row.createCell(4).setCellValue(GENDERS.get(one.gender()));
        row.createCell(5).setCellValue(AGES.get(one.age()));
        row.createCell(6).setCellValue(one.uses() ? "Ja" : "Nei");
        for (int item = 0; item < one.trust().length; item++) {
            if (one.trust()[item] > 0) {
                row.createCell(7 + item).setCellValue(one.trust()[item]);
            }
        }
        for (int channel = 0; channel < one.channels().length; channel++) {
            row.createCell(14 + channel).setCellValue(one.channels()[channel]);
        }
        if (one.halfHours() >= 0) {
            row.createCell(19).setCellValue(one.halfHours() / 2.0);
        }
    }
}
