package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.barometer.survey.Text;
import no.barometer.survey.Wave;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.junit.jupiter.api.Test;

/** Whatever a table's files are made of shows in its fingerprint. */
class FingerprintTest {
    private final TrendTable table = Samples.trust("Trust", 50);

    private static String of(TrendTable table) {
        return Fingerprint.of(Samples.survey("trust", false), table, "1.1.1");
    }

    /** Also of parts that are added one day. */
    @Test
    void everyPartOfAnEstimateShows() throws Exception {
        Estimate first = table.estimates().get(0);
        Set<String> prints = new LinkedHashSet<>(List.of(of(table)));
        for (int i = 0; i < Estimate.class.getRecordComponents().length; i++) {
            List<Estimate> estimates = new ArrayList<>(table.estimates());
            estimates.set(0, changed(first, i));
            assertThat(prints.add(of(with(estimates)))).as("component %d", i).isTrue();
        }
    }

    @Test
    void orderAndNumberOfFiguresShow() {
        List<Estimate> fewer = table.estimates().subList(1, table.estimates().size());
        List<Estimate> reversed = new ArrayList<>(table.estimates());
        Collections.reverse(reversed);
        assertThat(Set.of(of(table), of(with(fewer)), of(with(reversed)))).hasSize(3);
    }

    @Test
    void theOrderOfLabelsDoesNot() {
        Map<String, Text> labels = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(table.labels().keySet());
        Collections.reverse(keys);
        keys.forEach(key -> labels.put(key, table.labels().get(key)));
        assertThat(of(table.with(labels, table.estimates()))).isEqualTo(of(table));
    }

    private static Estimate changed(Estimate one, int component) throws Exception {
        RecordComponent[] components = Estimate.class.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            Object value = components[i].getAccessor().invoke(one);
            values[i] = i == component ? other(components[i].getType(), value) : value;
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<Estimate> constructor = Estimate.class.getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    private static Object other(Class<?> type, Object value) {
        if (type == Double.class) {
            return value == null ? 0.0 : Math.nextUp((Double) value);
        } else if (type == String.class) {
            return value + "x";
        } else if (type == Wave.class) {
            return new Wave("elsewhen", LocalDate.of(1999, 1, 1), LocalDate.of(1999, 1, 2));
        }
        return new Estimate.Row("q", "i", "a", "b", "g", "share", "valid", "percent");
    }

    private TrendTable with(List<Estimate> estimates) {
        return table.with(table.labels(), estimates);
    }
}
