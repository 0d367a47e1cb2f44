package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.barometer.sheet.Bounds;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import no.barometer.trend.Material;

/** A folder with {@code jobs/} and {@code input/}, read as a run reads it but without a warehouse. */
public final class Folder {
    private Folder() {}

    /** All that the input holds of a survey. */
    public static Material read(Path folder, String id) {
        Survey survey = Definitions.read(folder.resolve("jobs"), id);
        Inbox inbox = new Inbox(folder.resolve("input"));
        Intake intake = Intake.of(List.of(survey), inbox.files(Map.of()));
        BundleReader reader = new BundleReader(folder.resolve("input"), Bounds.DEFAULT);
        List<BundleReader.Outcome> outcomes = new ArrayList<>();
        for (Bundle bundle : intake.bundles()) {
            BundleReader.Outcome outcome = reader.read(bundle);
            assertThat(outcome.rejected()).as("%s", outcome.problems()).isEmpty();
            outcomes.add(outcome);
        }
        return Checking.material(survey, outcomes);
    }
}
