package no.barometer.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Delimited texts that are unusual, and whose figures are beyond doubt or else a fault. */
final class OddTexts {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String HEADER = "Medium;2019;2020\n";
    private static final String TV = "Fjernsyn;40;41\n";
    private static final String PRESS = "Aviser;30;31\n";

    private OddTexts() {}

    static Stream<Delivery> deliveries() {
        return Stream.of(
                Delivery.text("csv-zero-byte", HEADER + "Fjernsyn;4\u00000;41\n" + PRESS),
                Delivery.text("csv-zeros-behind", HEADER + TV + PRESS + "\u0000".repeat(200)),
                Delivery.text("csv-mixed-line-ends", "Medium;2019;2020\r\nFjernsyn;40;41\rAviser;30;31\n"),
                Delivery.text("csv-carriage-returns", (HEADER + TV + PRESS).replace('\n', '\r')),
                Delivery.text("csv-no-final-newline", HEADER + TV + PRESS.strip()),
                Delivery.text("csv-quote-not-closed", HEADER + "\"Fjernsyn;40;41\n" + PRESS),
                Delivery.text("csv-quote-inside", HEADER + "Fjern\"syn;40;41\n" + PRESS),
                Delivery.text("csv-text-behind-a-quote", HEADER + "\"Fjernsyn\" x;40;41\n" + PRESS),
                Delivery.text("csv-line-end-in-quotes", HEADER + "\"Fjern-\nsyn\";40;41\n" + PRESS),
                Delivery.of("csv-two-encodings", "tabell.csv", OddTexts::twoEncodings),
                Delivery.text("csv-not-the-declared-encoding", "Medium;2019;2020\nBlåser;40;41\n", WINDOWS)
                        .with("encoding: UTF-8"),
                Delivery.text("csv-utf-16", "\ufeff" + HEADER + TV + PRESS, StandardCharsets.UTF_16LE),
                Delivery.text("csv-utf-16-without-mark", HEADER + TV + PRESS, StandardCharsets.UTF_16BE),
                Delivery.text("csv-mark-in-the-middle", "\ufeff" + HEADER + TV + "\ufeff" + PRESS),
                Delivery.text("csv-header-twice", HEADER + TV + HEADER + PRESS),
                Delivery.text(
                        "csv-wave-missing-above-figures", "Medium;2019;;2020\nFjernsyn;40;44;41\nAviser;30;;31\n"),
                Delivery.text("csv-flags-beside-figures", "Medium;2019;;2020\nFjernsyn;40;b;41\nAviser;30;;31\n"),
                Delivery.text("csv-wave-twice", "Medium;2019;2019\n" + TV + PRESS),
                Delivery.text("csv-pasted-twice", HEADER + TV + PRESS + HEADER + TV + PRESS),
                Delivery.text("csv-delimiter-said", "sep=;\n" + HEADER + TV + PRESS),
                Delivery.text("csv-delimiter-in-doubt", "Medium,2019;2020\nFjernsyn,40;41\nAviser,30;31\n"),
                Delivery.text(
                        "csv-decimal-commas-between-commas", "Medium,2019,2020\nFjernsyn,40,5,41\nAviser,30,31\n"),
                Delivery.text("csv-records-of-several-lengths", HEADER + "Fjernsyn;40\n" + PRESS),
                Delivery.text("csv-surplus-field", HEADER + TV + "Aviser;30;31;32\n"),
                Delivery.text("csv-delimiters-behind", "Medium;2019;2020;;\nFjernsyn;40;41;;\nAviser;30;31;;\n"),
                Delivery.text("csv-blank-lines-between", HEADER + "\n" + TV + "\n\n" + PRESS),
                Delivery.text("csv-title-above", "Medier i Norge;;\n" + HEADER + TV + PRESS),
                Delivery.text("csv-spaces-around", " Medium ; 2019;2020 \n Fjernsyn ;40 ; 41\n" + PRESS),
                Delivery.text("csv-number-in-doubt", HEADER + "Fjernsyn;1.250;41\n" + PRESS)
                        .with("figures: number"),
                Delivery.text("csv-formula", HEADER + "Fjernsyn;=1+1;41\n" + PRESS),
                Delivery.text("csv-words-as-figures", HEADER + "Fjernsyn;førti;41\n" + PRESS),
                Delivery.text("csv-minus-as-a-dash", HEADER + "Fjernsyn;–;-\n" + PRESS),
                Delivery.text("csv-percentage-above-100", HEADER + "Fjernsyn;140;41\n" + PRESS),
                Delivery.text("csv-below-zero", HEADER + "Fjernsyn;-4;41\n" + PRESS),
                Delivery.text("csv-header-only", HEADER),
                Delivery.text("csv-figure-cut-off", HEADER + TV + "Aviser;30;3"),
                Delivery.text("csv-escape-sequence", HEADER + "Fjernsyn;\u001b[2J\u001b[31m;41\n" + PRESS),
                Delivery.text("csv-soft-hyphen", HEADER + "Fjern\u00adsyn;40;41\n" + PRESS),
                Delivery.text("csv-zero-width-space", HEADER + "Fjernsyn\u200b;40;41\n" + PRESS),
                Delivery.text("csv-letters-and-rings-apart", HEADER + TV + "Pa\u030a nett;30;31\n"),
                Delivery.text("csv-waves-in-no-header", "Medium;A;B\n" + TV + PRESS),
                Delivery.text("csv-begins-with-less-than", "<18 år;2019;2020\n" + TV + PRESS));
    }

    private static byte[] twoEncodings() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((HEADER + TV + "Blåser på;1;2\nØre;1;2\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("Ærlig;1;2\n".getBytes(WINDOWS));
        return bytes.toByteArray();
    }
}
