package no.barometer.publish;

import java.util.List;
import java.util.Locale;

/** The list of all tables, titles in the first language of their survey. */
final class TablesCsv {
    private static final List<String> COLUMNS =
            List.of("survey", "table", "title", "rows", "waves", "first_wave", "last_wave", "updated", "path");

    private TablesCsv() {}

    static byte[] of(List<Manifest.SurveyEntry> surveys) {
        CsvText csv = new CsvText(COLUMNS);
        for (Manifest.SurveyEntry survey : surveys) {
            Words words = Words.in(survey.language());
            for (Manifest.TableEntry table : survey.tables()) {
                String title = table.titleIn(survey.language());
                csv.text(survey.id())
                        .text(table.id())
                        .text(survey.synthetic() ? labelled(title, words) : title)
                        .figure(Integer.toString(table.rows()))
                        .figure(Integer.toString(table.waves().size()))
                        .text(table.firstWave())
                        .text(table.lastWave())
                        .text(table.changed().date())
                        .text(table.path())
                        .end();
            }
        }
        return csv.bytes();
    }

    /** Made-up figures are called so, once. */
    private static String labelled(String title, Words words) {
        boolean said = title.toLowerCase(Locale.ROOT).contains(words.get("synthetic.word"));
        return said ? title : title + " (" + words.get("synthetic") + ")";
    }
}
