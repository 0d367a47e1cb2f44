package no.barometer.survey;

import java.text.Normalizer;
import java.util.Locale;

/** Ids out of texts: lower case with dashes; å→a, ø→o, æ→ae, {@code +}→{@code -plus}, {@code #}→{@code -sharp}. */
public final class Slug {
    private Slug() {}

    public static String of(String text) {
        return isAscii(text) ? ofAscii(text) : ofAny(text);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** The same for most texts, sooner. */
    private static String ofAscii(String text) {
        StringBuilder slug = new StringBuilder(text.length());
        boolean dash = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
            boolean kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
            boolean named = c == '+' || c == '#';
            dash |= !kept;
            if (dash && (kept || named)) {
                slug.append(slug.length() > 0 ? "-" : "");
                dash = false;
            }
            if (kept) {
                slug.append(lower);
            } else if (named) {
                slug.append(c == '+' ? "plus" : "sharp");
            }
        }
        return slug.toString();
    }

    static String ofAny(String text) {
        String lower = text.toLowerCase(Locale.ROOT)
                .replace("å", "a")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("œ", "oe")
                .replace("đ", "d")
                .replace("ł", "l")
                .replace("þ", "th")
                .replace("+", "-plus")
                .replace("#", "-sharp");
        String plain = Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String dashed = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return dashed;
    }
}
