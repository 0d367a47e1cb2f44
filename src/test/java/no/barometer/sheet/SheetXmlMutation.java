package no.barometer.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Sheets of rows as programs write them, and damaged in a few bytes. */
final class SheetXmlMutation {
    private static final String[] CELLS = {
        "<c r=\"%s\"><v>%d</v></c>",
        "<c r=\"%s\" s=\"1\" t=\"n\"><v>4%d.25</v></c>",
        "<c r=\"%s\" t=\"s\"><v>1</v></c>",
        "<c r='%s' t='s' s='2'><v>0</v></c>",
        "<c r=\"%s\" s=\"3\"/>",
        "<c r=\"%s\" s=\"3\" />",
        "<c r=\"%s\" s=\"2\"></c>",
        "<c r=\"%s\" t=\"b\"><v>1</v></c>",
        "<c r=\"%s\" t=\"e\"><v>#DIV/0!</v></c>",
        "<c r=\"%s\" t=\"str\"><f>IF(A1&gt;%d,\"å\",\"\")</f><v>påske &amp; &lt;jul&gt; \ud83d\ude00</v></c>",
        "<c r=\"%s\" t=\"str\"><f t=\"shared\" ref=\"A1:B2\" si=\"0\">A%d</f><v></v></c>",
        "<c r=\"%s\"><f t=\"shared\" si=\"0\"/><v>0.1%d</v></c>",
        "<c r=\"%s\" t=\"inlineStr\"><is><t>Svar %d &quot;_x000D_&apos;</t></is></c>",
        "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> \n\t </t></is></c>",
        "<c r=\"%s\"><v>-1.5E-%d</v></c>",
        "<c r=\"%s\" s=\"1\"><v>0.45300000000000001</v></c>",
    };
    private static final String[] ODD_CELLS = {
        "<c r=\"%s\"><f>A1+%d</f></c>",
        "<c r=\"%s\"><f>A1+%d</f><v/></c>",
        "<c r=\"%s\" t=\"inlineStr\"><is><r><t>41</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>%d</t></r></is></c>",
        "<c r=\"%s\" cm=\"1\"><v>%d</v></c>",
        "<c r=\"%s\" t=\"d\"><v>2020-02-29T00:00:00</v></c>",
        "<c r=\"%s\"><v><![CDATA[%d]]></v></c>",
        "<c r=\"%s\"><!-- %d --><v>&#52;</v></c>",
        "<c r=\"%s\" s=\"9\"><v>%d</v></c>",
        "<c r=\"%s\" t=\"q\"><v>%d</v></c>",
        "<c r=\"%s\"><v> %d </v></c>",
        "<c r=\"%s\"><v>one</v><v>%d</v></c>",
        "<c><v>%2$d</v></c>",
    };
    private static final String[] ROWS = {
        "<row r=\"%d\">",
        "<row r=\"%d\" ht=\"25\" customHeight=\"1\" >",
        "<row r=\"%d\" spans=\"1:3\" x14ac:dyDescent=\"0.25\">",
        "<row r='%d' hidden='1'>",
        "<row r=\"%d\" customFormat=\"false\" ht=\"0\" hidden=\"false\" customHeight=\"true\" outlineLevel=\"0\">",
        "<row r=\"%d\" ht=\"12.8\">",
        "\n<row>",
    };
    private static final String[] TOKENS = {
        "<!-- c -->",
        "<![CDATA[x]]>",
        "<?pi?>",
        "&amp;",
        "&#65;",
        "&#x0;",
        "&no;",
        "]]>",
        ">",
        "<",
        "&",
        "\"",
        "'",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\u0085",
        "\u2028",
        "\ufffd",
        "\uffff",
        "ø",
        "\ud83d\ude00",
        "_x0041_",
        " r=\"A1\"",
        " t=\"s\"",
        " t=\"str\"",
        " s=\"1\"",
        " s=\"\"",
        " x:y=\"1\"",
        " xmlns=\"q\"",
        " xml:space=\"preserve\"",
        " x14ac:dyDescent=\"1\"",
        " hidden=\"true\"",
        " ht=\" 0 \"",
        "<v>1</v>",
        "<v/>",
        "<is><t>in</t></is>",
        "<f>1</f>",
        "<c/>",
        "<c>",
        "</c>",
        "<c r=\"B2\"><v>2</v></c>",
        "<row>",
        "</row>",
        "<row/>",
        "<rows>",
        "<sheetData>",
        "</sheetData>",
        "<mergeCell ref=\"A1:B2\"/>",
        "E5",
        ".",
        "-",
        "0",
        "99999999999",
        "16384",
        "1048577",
        "XFD",
        "XFE",
        "a",
        "x",
    };

    private SheetXmlMutation() {}

    /** @param odd whether some cells are not plain */
    static byte[] made(RandomGenerator random, int rows, boolean odd) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet xmlns=\"")
                .append(MadeXlsx.MAIN)
                .append(
                        "\" xmlns:x14ac=\"x\"><sheetFormatPr zeroHeight=\"0\"/><cols><col min=\"2\" max=\"2\" hidden=\"1\"/>")
                .append("</cols><sheetData>");
        for (int row = 1; row <= rows; row++) {
            if (random.nextInt(10) == 0) {
                xml.append("<row r=\"").append(row).append("\"/>");
                continue;
            }
            xml.append(one(ROWS, random).formatted(row));
            for (char column = 'A'; column < 'A' + random.nextInt(6); column++) {
                String cell = one(odd && random.nextInt(40) == 0 ? ODD_CELLS : CELLS, random);
                xml.append(cell.formatted("" + column + row, random.nextInt(1_000)));
            }
            xml.append("</row>").append(random.nextInt(4) == 0 ? "\n" : "");
        }
        xml.append("</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>");
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String one(String[] all, RandomGenerator random) {
        return all[random.nextInt(all.length)];
    }

    static byte[] damaged(byte[] xml, RandomGenerator random) {
        byte[] result = xml;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            int at = random.nextInt(result.length);
            int to = Math.min(result.length, at + 1 + random.nextInt(random.nextInt(8) == 0 ? 200 : 6));
            result = switch (random.nextInt(6)) {
                case 0 -> replaced(result, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                case 1 -> replaced(result, at, to, new byte[0]);
                case 2 -> replaced(result, at, at, Arrays.copyOfRange(result, at, to));
                default -> replaced(result, at, random.nextBoolean() ? at : to, token(random));
            };
        }
        return result;
    }

    private static byte[] token(RandomGenerator random) {
        return one(TOKENS, random).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] replaced(byte[] xml, int from, int to, byte[] with) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(xml, 0, from);
        result.writeBytes(with);
        result.write(xml, to, xml.length - to);
        return result.toByteArray();
    }
}
