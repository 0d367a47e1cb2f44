package no.barometer.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes what XML says, and seldom that it is XML. */
final class XmlMutation {
    private static final Pattern TAG = Pattern.compile("<[^<>]{1,400}>");
    private static final Pattern VALUE = Pattern.compile("=\"([^\"]{0,200})\"|>([^<>]{1,200})<");
    private static final String[] VALUES = {
        "",
        "0",
        "-1",
        "1",
        "65536",
        "1048576",
        "1048577",
        "2147483647",
        "2147483648",
        "-9223372036854775808",
        "99999999999999999999",
        "1E308",
        "1E-400",
        "NaN",
        "INF",
        "0.1",
        ",5",
        "A1",
        "A0",
        "XFD1048576",
        "XFE1",
        "ZZZZZ99",
        "A1:",
        ":",
        "A1:XFD1048576",
        "B2:A1",
        "s",
        "str",
        "inlineStr",
        "b",
        "e",
        "d",
        "n",
        "x",
        "true",
        "hidden",
        "veryHidden",
        "../../../etc/passwd",
        "file:///etc/passwd",
        "http://localhost/",
        "rId999",
        "_x0000_",
        "_xD83D_",
        "=1+1",
        "\ud83d\ude00",
        "&amp;",
        "&#0;",
        "&#x10FFFF;",
        "&undefined;",
        "General",
        "[h]:mm",
        "0%",
        "yyyy",
        "\"",
        "[",
        "%",
    };
    private static final String[] DOCTYPES = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>",
        "<?xml version='1.1'?>",
        "<!--",
        "<![CDATA[",
        "]]>",
    };

    private XmlMutation() {}

    static String of(String xml, RandomGenerator random) {
        String result = xml;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            result = one(result, random);
        }
        return result;
    }

    private static String one(String xml, RandomGenerator random) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> replaced(xml, VALUE, VALUES[random.nextInt(VALUES.length)], random);
            case 3 -> replaced(xml, TAG, "", random);
            case 4 -> copied(xml, random);
            case 5 -> replaced(xml, VALUE, "x".repeat(1 << random.nextInt(18)), random);
            case 6 -> {
                int at = random.nextInt(xml.length() + 1);
                yield xml.substring(0, at) + DOCTYPES[random.nextInt(DOCTYPES.length)] + xml.substring(at);
            }
            case 7 -> {
                int depth = 1 << random.nextInt(14);
                int at = random.nextInt(xml.length() + 1);
                yield xml.substring(0, at) + "<c>".repeat(depth) + "</c>".repeat(depth) + xml.substring(at);
            }
            default -> xml.substring(0, random.nextInt(xml.length() + 1));
        };
    }

    private static String replaced(String xml, Pattern pattern, String with, RandomGenerator random) {
        List<MatchResult> found = pattern.matcher(xml).results().limit(5_000).toList();
        if (found.isEmpty()) {
            return xml + with;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        int group = one.groupCount() == 0 ? 0 : one.group(1) != null ? 1 : 2;
        return xml.substring(0, one.start(group)) + with + xml.substring(one.end(group));
    }

    /** A stretch from one tag to another, once more or many times, somewhere. */
    private static String copied(String xml, RandomGenerator random) {
        List<Integer> tags = new ArrayList<>();
        TAG.matcher(xml).results().limit(5_000).forEach(tag -> tags.add(tag.start()));
        if (tags.isEmpty()) {
            return xml + xml;
        }
        int a = tags.get(random.nextInt(tags.size()));
        int b = tags.get(random.nextInt(tags.size()));
        String stretch = xml.substring(Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 2_000));
        int at = tags.get(random.nextInt(tags.size()));
        return xml.substring(0, at) + stretch.repeat(1 + random.nextInt(20)) + xml.substring(at);
    }
}
