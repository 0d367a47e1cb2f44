package no.barometer.publish;

import java.util.Comparator;
import java.util.List;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.publish.Manifest.TableEntry;

/**
 * The front page: every survey with what it holds, and what is new.
 *
 * @param feed whether there is one
 */
record IndexPage(Frame frame, List<SurveyEntry> surveys, boolean feed) {
    private static final int MOST_NEWS = 8;

    /** A table that a release changed. */
    record News(SurveyEntry survey, TableEntry table) {}

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

    String page(News news) {
        return news.survey().id() + "/" + frame.page(Frame.name(news.table().id()));
    }

    /** Tables that were changed last. */
    List<News> news() {
        return surveys.stream()
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

    /** First and last wave of all tables, in the order in which tables name them. */
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
        return first.equals(last) ? first : first + "\u2013" + last;
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
