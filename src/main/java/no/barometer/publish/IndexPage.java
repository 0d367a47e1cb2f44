package no.barometer.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.publish.Manifest.TablePages;

/**
 * The front page: every survey with its newest table as headline and picture, and what is new.
 *
 * @param feed whether there is one
 */
record IndexPage(Frame frame, List<SurveyEntry> entries, boolean feed) {
    private static final int MOST_NEWS = 8;
    private static final int MOST_TABLES = 6;

    /** A table that a release changed. */
    record News(SurveyEntry survey, TableEntry table) {}

    /** Surveys, those that changed last first. */
    List<SurveyEntry> surveys() {
        Map<String, String> updated = entries.stream().collect(Collectors.toMap(SurveyEntry::id, this::updated));
        return entries.stream()
                .sorted(Comparator.comparing((SurveyEntry survey) -> updated.get(survey.id()))
                        .reversed()
                        .thenComparing(SurveyEntry::synthetic)
                        .thenComparing(SurveyEntry::id))
                .toList();
    }

    Phrase title(SurveyEntry survey) {
        return Phrase.of(frame.words(), survey.title());
    }

    Phrase title(TableEntry table) {
        return Phrase.of(frame.words(), table.title());
    }

    Phrase publisher(SurveyEntry survey) {
        return Phrase.of(frame.words(), survey.publisher());
    }

    String page(SurveyEntry survey) {
        return survey.id() + "/" + frame.page("index");
    }

    String page(SurveyEntry survey, TableEntry table) {
        return survey.id() + "/" + frame.page(Frame.name(table.id()));
    }

    /** The table that changed last, of those with a headline; nothing where no table has a figure. */
    Optional<TableEntry> lead(SurveyEntry survey) {
        return survey.tables().stream()
                .filter(table -> !headlines(table).isEmpty())
                .max(Comparator.comparing((TableEntry table) -> table.changed().date())
                        .thenComparing(table -> -survey.tables().indexOf(table)));
    }

    Phrase headline(TableEntry table) {
        return Phrase.of(frame.words(), headlines(table));
    }

    private static Map<String, String> headlines(TableEntry table) {
        Map<String, String> headlines =
                Optional.ofNullable(table.pages()).map(TablePages::headline).orElse(null);
        return headlines == null ? Map.of() : headlines;
    }

    /** The small picture in the page's language, else in another; empty where there is none. */
    String picture(TableEntry table) {
        List<String> pictures = Optional.ofNullable(table.pages()).map(TablePages::files).orElse(List.of()).stream()
                .map(Manifest.DownloadEntry::path)
                .filter(path -> path.endsWith(Pages.SMALL))
                .toList();
        return pictures.stream()
                .filter(path -> path.endsWith("." + frame.words().language() + Pages.SMALL))
                .findFirst()
                .orElse(pictures.isEmpty() ? "" : pictures.get(0));
    }

    /** Tables besides the leading one, as many as a card has room for. */
    List<TableEntry> others(SurveyEntry survey) {
        Optional<TableEntry> lead = lead(survey);
        return survey.tables().stream()
                .filter(table -> !lead.equals(Optional.of(table)))
                .limit(MOST_TABLES)
                .toList();
    }

    /** Tables that were changed last. */
    List<News> news() {
        return entries.stream()
                .flatMap(survey -> survey.tables().stream().map(table -> new News(survey, table)))
                .sorted(Comparator.comparing((News one) -> one.table().changed().date())
                        .reversed()
                        .thenComparing(one -> one.survey().id()))
                .limit(MOST_NEWS)
                .toList();
    }

    String tables(SurveyEntry survey) {
        int count = survey.tables().size();
        return count == 1 ? frame.words().get("tables.one") : frame.words().get("tables.count", count);
    }

    /** First and last wave of all tables. */
    String waves(SurveyEntry survey) {
        String first = survey.tables().stream()
                .map(TableEntry::firstWave)
                .filter(wave -> !wave.isEmpty())
                .min(Comparator.naturalOrder())
                .orElse("");
        String last = survey.tables().stream()
                .map(TableEntry::lastWave)
                .max(Comparator.naturalOrder())
                .orElse("");
        String from = Dates.wave(frame.words(), first);
        String to = Dates.wave(frame.words(), last);
        String dash = from.contains(" ") || to.contains(" ") ? " \u2013 " : "\u2013";
        return first.equals(last) ? from : from + dash + to;
    }

    /** The day any of its tables last changed. */
    String updated(SurveyEntry survey) {
        return survey.tables().stream()
                .map(table -> table.changed().date())
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    String day(String iso) {
        return Dates.day(frame.words(), iso);
    }
}
