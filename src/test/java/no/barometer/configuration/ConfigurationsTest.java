package no.barometer.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ConfigurationsTest {
    @TempDir
    private Path jar;

    @TempDir
    private Path working;

    private Configuration read(Map<String, String> environment, Map<String, String> options) {
        return Configurations.read(jar, working, environment, options);
    }

    private void file(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve(Configurations.FILE), text);
    }

    @Test
    void everyKeyHasADefault() {
        Configuration all = read(Map.of(), Map.of());
        assertThat(all).isEqualTo(Configuration.DEFAULT);
        assertThat(all.schedule().zone()).isEqualTo(ZoneId.of("Europe/Oslo"));
        assertThat(all.bounds().file()).isEqualTo(DataSize.ofGigabytes(1));
        assertThat(all.tell().about()).containsExactly("failed", "rejected");
        assertThat(all.tell().mail().to()).isEmpty();
    }

    @Test
    void theCommandLineStandsOverTheEnvironmentOverTheWorkingFolderOverTheJarsFolder() throws IOException {
        file(jar, "site: {url: a}\noutput: a\ninput: a\njobs: a\n");
        file(working, "site: {url: b}\noutput: b\ninput: b\n");
        Configuration all = read(Map.of("BAROMETER_SITE_URL", "c", "BAROMETER_OUTPUT", "c"), Map.of("site.url", "d"));
        assertThat(all.site().url()).isEqualTo("d");
        assertThat(all.output()).isEqualTo("c");
        assertThat(all.input()).isEqualTo("b");
        assertThat(all.jobs()).isEqualTo("a");
    }

    @Test
    void aListIsReplacedAsAWhole() throws IOException {
        file(working, "tell:\n  about: [failed, released]\n  mail: {to: [a@b.no, c@d.no, e@f.no]}\n");
        assertThat(read(Map.of(), Map.of()).tell().mail().to()).hasSize(3);
        Configuration all = read(Map.of("BAROMETER_TELL_MAIL_TO", "x@y.no, z@y.no"), Map.of());
        assertThat(all.tell().mail().to()).containsExactly("x@y.no", "z@y.no");
        assertThat(all.tell().about()).containsExactly("failed", "released");
        file(working, "tell: {about: [], command: 'say a,  b'}\n");
        assertThat(read(Map.of(), Map.of()).tell().about()).isEmpty();
        assertThat(read(Map.of(), Map.of()).tell().command()).isEqualTo("say a,  b");
    }

    @Test
    void readsDurationsAndSizesAsPeopleWriteThem() {
        Configuration all = read(Map.of(), Map.of("schedule.rest", "2m", "bounds.file", "300MB"));
        assertThat(all.schedule().rest()).isEqualTo(Duration.ofMinutes(2));
        assertThat(all.bounds().file()).isEqualTo(DataSize.ofMegabytes(300));
    }

    @Test
    void namesLineAndNearestKeyOfAMisspeltOne() throws IOException {
        file(working, "jobs: jobs\nsite:\n  ulr: https://a.no\n");
        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageContaining("application.yaml, line 3, column")
                .hasMessageContaining("\"site.ulr\"")
                .hasMessageContaining("Expected \"site.url\"");
    }

    @Test
    void namesAMisspeltVariableAndOption() {
        assertThatThrownBy(() -> read(Map.of("BAROMETER_SITE_ULR", "x"), Map.of()))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageContaining("BAROMETER_SITE_URL");
        assertThatThrownBy(() -> read(Map.of(), Map.of("bounds.row", "5")))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageContaining("command line", "bounds.rows");
        assertThat(read(Map.of("BAROMETER_JAVA_OPTS", "-Xmx1g"), Map.of())).isEqualTo(Configuration.DEFAULT);
    }

    @Test
    void saysWhereAValueCannotBeUsed() throws IOException {
        file(working, "bounds:\n  rows: many\n");
        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("\"many\" cannot stand here");
        assertThatThrownBy(() -> read(Map.of(), Map.of("schedule.watch", "perhaps", "schedule.zone", "Mars/Base")))
                .hasMessageContaining("schedule.watch")
                .hasMessageContaining("schedule.zone, such as Europe/Oslo");
        file(working, "bounds: [\n");
        assertThatThrownBy(() -> read(Map.of(), Map.of())).isInstanceOf(BadConfiguration.class);
    }

    @Test
    void emptySectionsAndFilesAreNothing() throws IOException {
        file(working, "site:\nwarehouse:\n");
        assertThat(read(Map.of(), Map.of())).isEqualTo(Configuration.DEFAULT);
        file(working, "# nothing yet\n");
        assertThat(read(Map.of(), Map.of())).isEqualTo(Configuration.DEFAULT);
    }

    @Test
    void takesNoPasswordFromTheCommandLineAndPrintsNone() {
        assertThatThrownBy(() -> read(Map.of(), Map.of("warehouse.password", "secret")))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageContaining("warehouse.password-file")
                .hasMessageNotContaining("secret");
        Configuration all = read(
                Map.of("BAROMETER_WAREHOUSE_PASSWORD", "secret", "BAROMETER_TELL_MAIL_PASSWORD", "secret"), Map.of());
        assertThat(all.warehouse().password()).isEqualTo("secret");
        assertThat(all.toString()).doesNotContain("secret");
    }

    @Test
    void aPasswordMayBeTheFirstLineOfAFile() throws IOException {
        Path file = Files.writeString(working.resolve("pw"), "hemmelig\n");
        assertThat(Secrets.of("warehouse", "", file.toString())).isEqualTo("hemmelig");
        assertThat(Secrets.of("warehouse", "given", file.toString())).isEqualTo("given");
        assertThatThrownBy(() -> Secrets.of("warehouse", "", working + "/none"))
                .isInstanceOf(BadConfiguration.class)
                .hasMessageContaining("warehouse.password-file");
    }
}
