package no.barometer.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.About;
import no.barometer.survey.Break;
import no.barometer.survey.Design;
import no.barometer.survey.Rules;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;
import no.barometer.survey.Wave;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;

/** A small made-up survey in Norwegian with two tables, and what varies of it. */
final class Samples {
    static final LocalDate DATE = LocalDate.of(2026, 11, 17);
    static final YearMonth PERIOD = YearMonth.of(2026, 11);
    static final Wave W2023 = year(2023);
    static final Wave W2024 = year(2024);
    static final Wave W2025 = year(2025);

    private Samples() {}

    static Edition edition(double tvMen2025) {
        return edition(DATE, List.of(trust("Tillit til medier", tvMen2025), hours()));
    }

    static Edition edition(LocalDate date, List<TrendTable> tables) {
        return new Edition(PERIOD, date, List.of(survey("tillit", false)), tables, deliveries(), "1", List.of());
    }

    static List<DeliveryNote> deliveries() {
        return List.of(
                new DeliveryNote("tillit", "2025/svar.csv", "bb".repeat(32), "svar", List.of("2025"), 1204),
                new DeliveryNote(
                        "tillit", "2024/tabeller.xlsx", "aa".repeat(32), "tabeller", List.of("2023", "2024"), 0));
    }

    static Survey survey(String id, boolean synthetic) {
        return survey(id, synthetic, 0);
    }

    /** @param largestMove points */
    static Survey survey(String id, boolean synthetic, double largestMove) {
        About about = new About(
                text("Kulturtilsynet", "Culture Authority"),
                text("Befolkningen 16–79 år", "Population aged 16–79"),
                text("personer", "persons"),
                text("Nettskjema", "Web"),
                Text.of("", "CC BY 4.0"),
                text("Mediebarometeret", "Media barometer"),
                Text.NONE);
        return new Survey(
                id,
                text("Tillit til medier", "Trust in media"),
                text("Hvor mye folk stoler på mediene, år for år.", "How much people trust the media, year by year."),
                about,
                synthetic,
                List.of("nb", "en"),
                Map.of(),
                "nb",
                1,
                largestMove,
                Rules.DEFAULT,
                Design.NONE,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Path.of("jobs", id + ".yaml"),
                "cc".repeat(32));
    }

    static TrendTable trust(String title, double tvMen2025) {
        List<Estimate.Row> rows = List.of(
                row("tv", "hoy", "total", "total"),
                row("tv", "lav", "total", "total"),
                row("sosiale", "hoy", "total", "total"),
                row("sosiale", "lav", "total", "total"),
                row("tv", "hoy", "kjonn", "menn"));
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(printed(rows.get(0), W2023, 61.25, ""));
        estimates.add(printed(rows.get(1), W2023, 38.75, ""));
        estimates.add(printed(rows.get(2), W2023, 12.0, ""));
        estimates.add(printed(rows.get(4), W2023, null, "m"));
        estimates.add(printed(rows.get(0), W2024, 63.55, ""));
        estimates.add(printed(rows.get(1), W2024, 36.45, ""));
        estimates.add(printed(rows.get(2), W2024, 14.5, "p"));
        estimates.add(printed(rows.get(3), W2024, 85.5, "p"));
        estimates.add(weighted(rows.get(0), W2025, 200.0 / 3));
        estimates.add(weighted(rows.get(1), W2025, 100.0 / 3));
        estimates.add(weighted(rows.get(2), W2025, 9.05));
        estimates.add(weighted(rows.get(4), W2025, tvMen2025));
        Map<String, Text> labels = new LinkedHashMap<>();
        labels.put("question:tillit", text("Hvor stor tillit har du til …?", "How much do you trust …?"));
        labels.put("item:tillit.tv", text("Fjernsyn", "Television"));
        labels.put("item:tillit.sosiale", text("Sosiale medier, blogger", "Social media, blogs"));
        labels.put("answer:tillit.hoy", text("Høy tillit", "High trust"));
        labels.put("answer:tillit.lav", text("Lav tillit", "Low trust"));
        labels.put("breakdown:kjonn", text("Kjønn", "Gender"));
        labels.put("group:kjonn.menn", text("Menn", "Men"));
        About note = new About(
                Text.NONE,
                Text.NONE,
                Text.NONE,
                Text.NONE,
                Text.NONE,
                Text.NONE,
                text("Fra papirskjema til nettskjema", "From paper to web"));
        return new TrendTable(
                "tillit",
                "tillit",
                Text.of("nb", title),
                Text.NONE,
                1,
                labels,
                List.of(W2023, W2024, W2025),
                rows,
                estimates,
                List.of(new Break("2025", List.of(), List.of("tv"), false, note)),
                List.of("2024/tabeller.xlsx", "2025/svar.csv"),
                List.of());
    }

    static TrendTable hours() {
        Estimate.Row mean = new Estimate.Row("timer", "", "", "total", "total", "mean", "valid", "timer");
        return new TrendTable(
                "tillit",
                "timer",
                text("Timer foran skjermen", "Hours in front of a screen"),
                text("Gjennomsnitt per dag", "Mean a day"),
                0,
                Map.of("question:timer", text("Hvor mange timer?", "How many hours?")),
                List.of(W2024, W2025),
                List.of(mean),
                List.of(weighted(mean, W2024, 2.675), weighted(mean, W2025, 3.0)),
                List.of(),
                List.of("2025/svar.csv"),
                List.of());
    }

    static TrendTable of(String survey, TrendTable table) {
        return new TrendTable(
                survey,
                table.id(),
                table.title(),
                table.note(),
                table.decimals(),
                table.labels(),
                table.waves(),
                table.rows(),
                table.estimates(),
                table.breaks(),
                table.deliveries(),
                table.calibrations());
    }

    static TrendTable withLabels(TrendTable table, Map<String, Text> labels) {
        return table.with(labels, table.estimates());
    }

    static Text text(String nb, String en) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        byLanguage.put("nb", nb);
        byLanguage.put("en", en);
        return new Text(byLanguage);
    }

    static Wave year(int year) {
        return new Wave(String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    private static Estimate.Row row(String item, String answer, String breakdown, String group) {
        return new Estimate.Row("tillit", item, answer, breakdown, group, "share", "valid", "percent");
    }

    private static Estimate printed(Estimate.Row row, Wave wave, Double value, String status) {
        return new Estimate(
                row,
                wave,
                value,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                status,
                "",
                "published",
                "2024/tabeller.xlsx > T1 > B7");
    }

    /** The same figure, printed with a base of 1000. */
    static Estimate approximate(Estimate one) {
        return new Estimate(
                one.row(),
                one.wave(),
                one.value(),
                1.5,
                null,
                null,
                1000.0,
                null,
                null,
                null,
                one.obsStatus(),
                one.confStatus(),
                "approximate",
                one.source());
    }

    private static Estimate weighted(Estimate.Row row, Wave wave, Double value) {
        return new Estimate(
                row,
                wave,
                value,
                1.25,
                null,
                null,
                1204.0,
                1100.1234567,
                null,
                null,
                "",
                "",
                "weighted",
                "2025/svar.csv > 1204 respondents");
    }

    /** A figure with its uncertainty, as computed from respondents. */
    record Figure(
            Double value, Double error, Double low, Double high, Double change, Double p, String obs, String conf) {
        static Figure of(double value) {
            return new Figure(value, null, null, null, null, null, "", "");
        }

        /** With an interval of two standard errors, and how sure its change is. */
        static Figure sampled(double value, double error, Double change, Double p) {
            return new Figure(value, error, value - 2 * error, value + 2 * error, change, p, "", "");
        }

        Figure flagged(String status) {
            return new Figure(value, error, low, high, change, p, status, conf);
        }

        static Figure withheld() {
            return new Figure(null, null, null, null, null, null, "", "C");
        }
    }

    /** The same table with other figures: for each row one a wave, null where nothing was asked. */
    static TrendTable with(TrendTable table, Map<Estimate.Row, List<Figure>> figures, List<Break> breaks) {
        int waves = figures.values().iterator().next().size();
        List<Wave> all = new ArrayList<>();
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < waves; i++) {
            Wave wave = year(2025 - waves + 1 + i);
            all.add(wave);
            for (Map.Entry<Estimate.Row, List<Figure>> row : figures.entrySet()) {
                Figure one = row.getValue().get(i);
                if (one != null) {
                    estimates.add(new Estimate(
                            row.getKey(),
                            wave,
                            one.value(),
                            one.error(),
                            one.low(),
                            one.high(),
                            1000.0,
                            900.0,
                            one.change(),
                            one.p(),
                            one.obs(),
                            one.conf(),
                            "weighted",
                            "2025/svar.csv > 1000 respondents"));
                }
            }
        }
        return like(table, table.id(), all, List.copyOf(figures.keySet()), estimates, breaks);
    }

    /** A table of the same survey that differs in these. */
    static TrendTable like(
            TrendTable table,
            String id,
            List<Wave> waves,
            List<Estimate.Row> rows,
            List<Estimate> estimates,
            List<Break> breaks) {
        return new TrendTable(
                table.survey(),
                id,
                table.title(),
                table.note(),
                table.decimals(),
                table.labels(),
                waves,
                rows,
                estimates,
                breaks,
                table.deliveries());
    }
}
