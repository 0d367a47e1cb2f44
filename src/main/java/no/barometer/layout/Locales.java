package no.barometer.layout;

import no.barometer.survey.Block;
import no.barometer.survey.Survey;

/** The locale of a block's numbers: its own, else the survey's; empty where neither says. */
final class Locales {
    private Locales() {}

    static String of(Survey survey, Block block) {
        return block.locale().isEmpty() ? survey.locale() : block.locale();
    }
}
