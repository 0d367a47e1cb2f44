package no.barometer.fuzz;

import no.barometer.survey.BadDefinition;
import no.barometer.survey.Definitions;

/** The reader of definitions: a survey, or faults with their lines. */
public final class DefinitionFuzzer {
    private DefinitionFuzzer() {}

    public static void fuzzerTestOneInput(byte[] data) {
        try {
            Definitions.readFile(Scratch.file("a.yaml", data));
        } catch (BadDefinition bad) {
            if (bad.problems().isEmpty()) {
                throw new AssertionError("refused without a fault", bad);
            }
            bad.problems().forEach(problem -> Outcomes.assertReadable(problem, "a.yaml"));
        }
    }
}
