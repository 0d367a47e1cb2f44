package no.barometer.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long series: Eurostat's bulk file with packed keys, and a BIFF8 workbook with a row for each indicator. */
final class SeriesDeliveryTest {
    private static Published published;

    @BeforeAll
    static void run(@TempDir Path temp) {
        published = Published.of("series", temp);
    }

    @Test
    void readsBothFilesWithoutAFault() {
        assertThat(published.status()).isZero();
        assertThat(published.problems()).isEmpty();
    }

    @Test
    void readsEveryFigureOfPackedKeys() {
        List<Map<String, String>> figures = new ArrayList<>(published.table("expenditure", "mio-eur"));
        figures.addAll(published.table("expenditure", "pc-gdp"));
        assertThat(figures).hasSize(68 * 20);
        assertThat(figures)
                .filteredOn(row -> row.get("value").isEmpty())
                .hasSize(85)
                .allSatisfy(row -> assertThat(row).containsEntry("obs_status", "m"));
        assertThat(published.estimate("expenditure", "mio-eur", "item=at", "wave=1995"))
                .containsEntry("value", "124398.7")
                .containsEntry("source", "tsdde410.tsv > line 2 > B");
    }

    @Test
    void readsIndicatorsFromAnOldWorkbook() {
        assertThat(published.estimate("pakistan", "indicators", "item=ag-agr-trac-no", "wave=1961"))
                .containsEntry("value", "5500");
    }
}
