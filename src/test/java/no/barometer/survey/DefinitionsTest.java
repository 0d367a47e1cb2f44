package no.barometer.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/no/barometer/survey/examples");

    @Test
    void readsAllDefinitionsOfAFolderSortedById() {
        List<Survey> surveys = Definitions.read(EXAMPLES);
        assertThat(surveys).extracting(Survey::id).isSorted().hasSize(7);
    }
}
