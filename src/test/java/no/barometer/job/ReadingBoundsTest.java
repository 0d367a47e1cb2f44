package no.barometer.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import no.barometer.configuration.Configuration;
import no.barometer.configuration.Keys;
import no.barometer.sheet.Bound;
import no.barometer.sheet.Bounds;
import org.junit.jupiter.api.Test;

class ReadingBoundsTest {
    @Test
    void isTheReadersOwnWhereNothingIsConfigured() {
        assertThat(ReadingBounds.of(Configuration.DEFAULT.bounds())).isEqualTo(Bounds.DEFAULT);
    }

    @Test
    void hasAKeyForEveryBound() {
        assertThat(Keys.all())
                .extracting(Keys.Key::name)
                .filteredOn(name -> name.startsWith("bounds."))
                .containsExactlyElementsOf(Arrays.stream(Bound.values())
                        .map(bound -> "bounds." + bound.key())
                        .toList());
    }
}
