package no.barometer.survey;

import java.text.Normalizer;
import java.util.Locale;

/** Ids out of texts: lower case with dashes; å→a, ø→o, æ→ae, {@code +}→{@code -plus}, {@code #}→{@code -sharp}. */
public final class Slug {
    private Slug() {}

    public static String of(String text) {
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
