package no.barometer.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "'  Very  satisfied! ', very-satisfied",
        "65+, 65-plus",
        "+, plus",
        "C# and C++, c-sharp-and-c-plus-plus",
        "1+1, 1-plus1",
        "'Ørsta & Ål', orsta-al",
        "'Straße', strasse",
        "'---', ''"
    })
    void idsAreLowerCaseWithDashes(String text, String id) {
        assertThat(Slug.of(text)).isEqualTo(id);
    }

    @Test
    void textsInAsciiHaveTheIdThatAnyTextWouldHave() {
        Random random = new Random(20120917);
        String signs = "aZ09 -+#_.&/\t~";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(Slug.of(text.toString())).isEqualTo(Slug.ofAny(text.toString()));
        }
    }
}
