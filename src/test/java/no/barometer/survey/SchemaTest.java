package no.barometer.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaTest {
    private static final Path RESOURCES = Path.of("src/test/resources/no/barometer/survey");
    private static final JsonNode SCHEMA = JsonMapper.shared()
            .readTree(SchemaTest.class.getResourceAsStream("/no/barometer/survey/definition.schema.json"));

    @ParameterizedTest
    @EnumSource
    void hasTheKeysThatTheReaderKnows(Section section) {
        JsonNode described = described(section);
        assertThat(described.get("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(section.keys());
        assertThat(described.get("additionalProperties").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void describesEveryKeyInOneSentence(Section section) {
        for (Map.Entry<String, JsonNode> key :
                described(section).get("properties").properties()) {
            assertThat(key.getValue().path("description").asString(""))
                    .as(key.getKey())
                    .matches("[A-Z\"].*[^.]\\.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state-agencies.yaml",
                "masculinity.yaml",
                "workbook.yaml",
                "stacked.yml",
                "web-quality.yaml",
                "trust.yaml",
                "everything.yaml"
            })
    void acceptsWhatTheReaderAccepts(String name) throws IOException {
        String yaml = Files.readString(RESOURCES.resolve("examples").resolve(name));
        assertThat(schema().validate(yaml, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-keys.yaml", "missing-keys.yaml", "absolute-files.yaml", "unknown-layout.yaml"})
    void findsFaultsInAnEditor(String name) throws IOException {
        String yaml = Files.readString(RESOURCES.resolve("faults").resolve(name));
        assertThat(schema().validate(yaml, InputFormat.YAML)).isNotEmpty();
    }

    @Test
    void everyKeyStandsInAnExample() throws IOException {
        StringBuilder examples = new StringBuilder();
        try (var files = Files.list(RESOURCES.resolve("examples"))) {
            for (Iterator<Path> each = files.iterator(); each.hasNext(); ) {
                examples.append(Files.readString(each.next()));
            }
        }
        for (Section section : Section.values()) {
            assertThat(section.keys())
                    .as(section.code())
                    .allSatisfy(key -> assertThat(examples).containsPattern("[\\s{]" + key + ":"));
        }
    }

    private static JsonNode described(Section section) {
        return section == Section.SURVEY ? SCHEMA : SCHEMA.get("$defs").get(section.code());
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA);
    }
}
