package no.barometer.layout;

import java.util.Map;
import java.util.Optional;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.survey.Block;
import no.barometer.survey.Place;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import no.barometer.survey.Waves;
import org.jspecify.annotations.Nullable;

/** Where a block's wave comes from. */
final class WaveFinder {
    private final Survey survey;
    private final Block block;
    private final Map<String, String> captured;
    private final String delivery;

    /** @param captured what the files pattern captures of the path */
    WaveFinder(Survey survey, Block block, Map<String, String> captured, String delivery) {
        this.survey = survey;
        this.block = block;
        this.captured = captured;
        this.delivery = delivery;
    }

    /** The wave that a definition, the file's name or the sheet's name says; null with a fault if none does. */
    @Nullable
    Wave ofFile(String sheetName, Location at, Faults faults) {
        String fileName = delivery.substring(delivery.lastIndexOf('/') + 1);
        String text = block.wave() instanceof Place.Literal literal
                ? literal.text()
                : block.wave() instanceof Place.SheetName ? sheetName : captured.getOrDefault("wave", fileName);
        return inText(text, at, faults);
    }

    /** The wave a text speaks of; null with a fault if it speaks of none, or of one the block may not hold. */
    @Nullable
    Wave inText(String text, Location at, Faults faults) {
        Optional<Wave> wave = Waves.in(text, survey.periods());
        if (wave.isEmpty()) {
            faults.add(
                    Kind.WAVE_NOT_FOUND, at, "wave", '"' + text + '"', "one year, quarter, month or declared period");
            return null;
        }
        if (!block.waves().isEmpty() && !block.waves().contains(wave.get().id())) {
            faults.add(
                    Kind.WAVE_NOT_EXPECTED, at, "wave", wave.get().id(), "one of " + String.join(", ", block.waves()));
            return null;
        }
        return wave.get();
    }
}
