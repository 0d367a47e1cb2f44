package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://example.org\")",
                "+A1",
                "-A1",
                "@SUM(A1)",
                "  =1",
                "\u00a0=1",
                "\u200b=1",
                "\ufeff=1",
                "\tA1",
                "\r1",
                "\n1",
                "\uff1d1+1",
                "-1+cmd|' /C calc'!A0",
                "-"
            })
    void formulasBecomeText(String text) {
        assertThat(SafeText.of(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "16-24",
                "Ja, absolutt",
                "a = b",
                "e-post",
                "-5",
                "+47",
                "-1,5",
                "\u2013",
                "«tillit»",
                "'=1",
                "ja; nei",
                "\"sitat\"",
                "😀"
            })
    void plainTextStaysAsItIs(String text) {
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja;=1+1", "ja; =1+1", "ja\n=1+1", "ja\t@SUM(A1)"})
    void formulasAfterAnotherSeparatorBecomeText(String text) {
        assertThat(SafeText.of(text)).isEqualTo(text.replaceFirst("(?=[=@])", "'"));
    }
}
