package no.barometer.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import no.barometer.survey.Survey;
import no.barometer.trend.TrendTable;

/** The data files of a release: what a table, and what a survey, is offered as. */
final class Formats {
    static final String TIDY = "tidy";
    static final String WIDE = "wide";
    static final String WORKBOOK = "workbook";
    private static final String EXCEL = "excel";
    private static final String JSON_STAT = "json-stat";
    private static final String PACKAGE = "package";
    private static final String ARCHIVE = "archive";

    private Formats() {}

    /** Tidy and wide first. A table without a row has no cube. */
    static List<Download> of(Survey survey, TrendTable table) {
        String path = survey.id() + "/" + table.id();
        List<Download> downloads = new ArrayList<>();
        downloads.add(new Download(path + ".csv", TIDY, TidyCsv.of(survey, table)));
        downloads.add(new Download(path + ".wide.csv", WIDE, WideCsv.of(survey, table)));
        downloads.add(new Download(path + ".excel.csv", EXCEL, WideCsv.of(survey, table, CsvText.NORWEGIAN)));
        if (!table.rows().isEmpty()) {
            downloads.add(new Download(path + ".jsonstat.json", JSON_STAT, JsonStat.of(survey, table)));
        }
        return downloads;
    }

    static Download workbook(Survey survey, List<TrendTable> tables, Manifest.Stamp stamp) throws IOException {
        return new Download(workbookPath(survey), WORKBOOK, Workbook.of(survey, tables, stamp));
    }

    static String workbookPath(Survey survey) {
        return survey.id() + "/" + survey.id() + ".xlsx";
    }

    static Download dataPackage(Survey survey, List<Manifest.TableEntry> tables) {
        return new Download(survey.id() + "/" + DataPackage.NAME, PACKAGE, DataPackage.of(survey, tables));
    }

    /** @param files of the survey's tables and of the survey, by path */
    static Download archive(Survey survey, SortedMap<String, byte[]> files) throws IOException {
        return new Download(survey.id() + "/" + survey.id() + ".zip", ARCHIVE, Zip.of(files));
    }
}
