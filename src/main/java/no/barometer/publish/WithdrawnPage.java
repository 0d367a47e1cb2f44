package no.barometer.publish;

import java.util.List;

/**
 * A page of a release that was withdrawn, in every language.
 *
 * @param href of the newest release
 */
record WithdrawnPage(String release, String date, String why, String href) {
    List<Words> languages() {
        return List.of(Words.in("nb"), Words.in("nn"), Words.in("en"));
    }

    String day(Words words) {
        return Dates.day(words, date);
    }

    String style() {
        return Assets.STYLE;
    }

    String policy() {
        return Assets.POLICY;
    }
}
