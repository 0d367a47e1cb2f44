package no.barometer.publish;

import java.util.Comparator;
import java.util.List;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.publish.Manifest.TableEntry;

/** The front page: every survey, with what it holds. */
record IndexPage(Words words, List<SurveyEntry> surveys, Stamp stamp) {
    String tables(SurveyEntry survey) {
        int count = survey.tables().size();
        return count == 1 ? words.get("tables.one") : words.get("tables.count", count);
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
}
