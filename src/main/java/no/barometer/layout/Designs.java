package no.barometer.layout;

import no.barometer.survey.Block;
import no.barometer.survey.Design;
import no.barometer.survey.Survey;

/** The design that holds for a block: its own, else the survey's. */
final class Designs {
    private Designs() {}

    static Design of(Survey survey, Block block) {
        return block.design().equals(Design.NONE) ? survey.design() : block.design();
    }
}
