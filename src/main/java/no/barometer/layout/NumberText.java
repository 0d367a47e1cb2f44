package no.barometer.layout;

import java.util.ArrayList;
import java.util.List;
import no.barometer.layout.Numbers.Ambiguous;
import no.barometer.layout.Numbers.LessThan;
import no.barometer.layout.Numbers.NotANumber;
import no.barometer.layout.Numbers.Plain;
import no.barometer.layout.Numbers.Reading;
import no.barometer.layout.Numbers.Separators;
import org.jspecify.annotations.Nullable;

/** One text read as a number: an optional {@code <}, a sign, digits with separators, a percent sign, a mark. */
final class NumberText {
    private static final int LONGEST_MARK = 8;

    private final String text;
    private final Separators separators;
    private final int end;
    private int at;

    NumberText(String text, Separators separators) {
        this.text = text;
        this.separators = separators;
        int last = text.length();
        while (last > 0 && isSpace(text.charAt(last - 1))) {
            last--;
        }
        this.end = last;
        skipSpaces();
    }

    Reading read() {
        boolean less = at < end && text.charAt(at) == '<';
        if (less) {
            at++;
            skipSpaces();
        }
        String sign = sign();
        int start = at;
        int stop = endOfDigits();
        if (stop == start) {
            return new NotANumber();
        }
        String body = text.substring(start, stop);
        String exponent = exponent(stop);
        at = stop + exponent.length();
        int afterNumber = at;
        skipSpaces();
        boolean percent = at < end && text.charAt(at) == '%';
        if (percent) {
            afterNumber = ++at;
            skipSpaces();
        }
        String mark = text.substring(at, end);
        if (!mark.isEmpty() && !isMark(mark, at == afterNumber)) {
            return new NotANumber();
        }
        return reading(sign, body, exponent, less, percent, mark);
    }

    private Reading reading(String sign, String body, String exponent, boolean less, boolean percent, String mark) {
        List<String> readings = readings(body);
        if (readings.isEmpty()) {
            return new NotANumber();
        }
        if (readings.size() > 1) {
            return new Ambiguous(
                    readings.stream().map(reading -> sign + reading + exponent).toList());
        }
        double value = Numbers.value(sign + readings.get(0) + exponent);
        if (!Double.isFinite(value)) {
            return new NotANumber();
        }
        if (less) {
            return mark.isEmpty() ? new LessThan(value) : new NotANumber();
        }
        return new Plain(value, percent, mark);
    }

    private String sign() {
        if (at < end) {
            char c = text.charAt(at);
            if (c == '-' || c == '\u2212') {
                at++;
                skipSpaces();
                return "-";
            }
            if (c == '+') {
                at++;
            }
        }
        return "";
    }

    /** End of the digits and what stands between them; a separator counts only before another digit. */
    private int endOfDigits() {
        int stop = at;
        // .5 is a number too
        int i = at + 1 < end && isPoint(text.charAt(at)) && isDigit(text.charAt(at + 1)) ? at + 1 : at;
        while (i < end && isDigit(text.charAt(i))) {
            i++;
            stop = i;
            if (i + 1 < end && isDigit(text.charAt(i + 1)) && (isPoint(text.charAt(i)) || isGroup(text.charAt(i)))) {
                i++;
            }
        }
        return stop;
    }

    /** {@code e-5} with digits behind it. */
    private String exponent(int from) {
        int i = from;
        if (i >= end || (text.charAt(i) != 'e' && text.charAt(i) != 'E')) {
            return "";
        }
        i++;
        if (i < end && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        int digits = i;
        while (i < end && isDigit(text.charAt(i))) {
            i++;
        }
        return i == digits || i - digits > 3 ? "" : text.substring(from, i);
    }

    /** The numbers that the digits can mean, as plain decimals. */
    private List<String> readings(String body) {
        List<String> readings = new ArrayList<>(2);
        for (Separators candidate : candidates()) {
            String plain = plain(body, candidate);
            if (plain != null && !readings.contains(plain)) {
                readings.add(plain);
            }
        }
        return readings;
    }

    private List<Separators> candidates() {
        return separators == Separators.UNKNOWN
                ? List.of(Separators.DECIMAL_DOT, Separators.DECIMAL_COMMA)
                : List.of(separators);
    }

    /** The digits read with the locale's separators as a plain decimal, or null where they do not stand as they should. */
    private static @Nullable String plain(String body, Separators locale) {
        char point = locale == Separators.DECIMAL_COMMA ? ',' : '.';
        int decimal = body.indexOf(point);
        if (decimal >= 0 && decimal != body.lastIndexOf(point)) {
            return null;
        }
        String whole = decimal < 0 ? body : body.substring(0, decimal);
        String fraction = decimal < 0 ? "" : body.substring(decimal + 1);
        if (!isDigits(fraction)) {
            return null;
        }
        String digits = isDigits(whole) ? whole : ungrouped(whole, locale);
        return digits == null ? null : fraction.isEmpty() ? digits : digits + "." + fraction;
    }

    /** Digits in groups of three with one and the same sign between them, or null. */
    private static @Nullable String ungrouped(String whole, Separators locale) {
        char group = 0;
        int since = 0;
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (isDigit(c)) {
                digits.append(c);
                since++;
                continue;
            }
            boolean first = group == 0;
            if (first ? since > 3 || since == 0 || whole.charAt(0) == '0' : c != group || since != 3) {
                return null;
            }
            group = c;
            since = 0;
        }
        char other = locale == Separators.DECIMAL_COMMA ? '.' : ',';
        boolean known = locale != Separators.MACHINE && (isGroup(group) || group == other);
        return known && since == 3 ? digits.toString() : null;
    }

    /** Footnote letters and signs, in brackets or not; words and further numbers are none. */
    private static boolean isMark(String mark, boolean attached) {
        if (mark.length() > LONGEST_MARK) {
            return false;
        }
        char first = mark.charAt(0);
        char last = mark.charAt(mark.length() - 1);
        if ((first == '(' && last == ')') || (first == '[' && last == ']')) {
            return mark.length() > 2;
        }
        int letters = 0;
        for (int i = 0; i < mark.length(); i++) {
            char c = mark.charAt(i);
            if (isDigit(c) || ".,:;/-\u2212\u2013%<>=()[]".indexOf(c) >= 0) {
                return false;
            }
            letters += Character.isLetter(c) ? 1 : 0;
        }
        // attached to the number only a letter or two: 12b, but not 12th
        return letters <= (attached ? 2 : 3);
    }

    private void skipSpaces() {
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPoint(char c) {
        return c == '.' || c == ',';
    }

    private static boolean isGroup(char c) {
        return isSpace(c) || c == '\'' || c == '\u2019';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || Character.isSpaceChar(c);
    }
}
