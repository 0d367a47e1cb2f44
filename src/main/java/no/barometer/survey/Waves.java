package no.barometer.survey;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Waves out of texts. */
public final class Waves {
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("mai", 5),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("okt", 10),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("des", 12),
            Map.entry("dec", 12));
    private static final String MONTH_NAMES =
            "(jan(?:uary|uar)?|feb(?:ruary|ruar)?|mars|march|mar|april|apr|mai|may|june|juni|jun"
                    + "|july|juli|jul|august|aug|september|sept|sep|oktober|october|okt|oct|november|nov|desember|december|des|dec)";
    private static final String HALVES = "(?:halvår|halvaar|half-year|half)";
    private static final String YEAR = "((?:1[89]|20)\\d\\d)";
    /** Between a year and its part. */
    private static final String SEP = "(?: - |[-_/ ,] ?)?";

    private static final String ORDINAL = "(?:\\.|st|nd|rd|th)?[- ]?";
    private static final Pattern DAY = Pattern.compile("(?<!\\d)" + YEAR + "-(\\d\\d)-(\\d\\d)(?!\\d)");
    private static final Pattern NORDIC_DAY = Pattern.compile("(?<!\\d)(\\d{1,2})\\.(\\d{1,2})\\." + YEAR + "(?!\\d)");
    private static final Pattern NAMED_DAY =
            Pattern.compile("(?<![\\d.])(\\d{1,2})(?:\\.|st|nd|rd|th)? ?" + MONTH_NAMES + "\\.?,? " + YEAR
                    + "(?!\\d)|(?<!\\p{L})" + MONTH_NAMES + " (\\d{1,2})(?:st|nd|rd|th)?,? " + YEAR + "(?!\\d)");
    private static final Pattern WEEK = Pattern.compile(
            "(?<!\\d)" + YEAR + SEP + "(?:w|u|uke|week)[-_ ]?(\\d{1,2})(?!\\d)|(?<![\\da-z])(?:w|u|uke|week)[-_ ]?"
                    + "(\\d{1,2})" + SEP + YEAR + "(?!\\d)");
    private static final Pattern QUARTER = Pattern.compile("(?<!\\d)" + YEAR + SEP
            + "(?:q|k|kv)([1-4])(?!\\d)|(?<![\\da-z])(?:q|k|kv)([1-4])" + SEP + YEAR
            + "(?!\\d)|(?<!\\d)([1-4])" + ORDINAL + "(?:kvartal|quarter)" + SEP + YEAR + "(?!\\d)|(?<!\\d)" + YEAR + SEP
            + "([1-4])" + ORDINAL + "(?:kvartal|quarter)");
    private static final Pattern HALF = Pattern.compile(
            "(?<!\\d)" + YEAR + SEP + "h([12])(?!\\d)|(?<![\\da-z])h([12])" + SEP + YEAR + "(?!\\d)|(?<!\\d)([12])"
                    + ORDINAL + HALVES + SEP + YEAR + "(?!\\d)|(?<!\\d)" + YEAR + SEP + "([12])" + ORDINAL + HALVES);
    private static final Pattern MONTH = Pattern.compile(
            "(?<!\\d)" + YEAR + "[-_/m ]?(0[1-9]|1[0-2])(?!\\d)|(?<![\\d./-])(0[1-9]|1[0-2])[./-]" + YEAR + "(?!\\d)");
    private static final Pattern NAMED_MONTH = Pattern.compile("(?<!\\p{L})" + MONTH_NAMES + "\\.?[-_ ,]+" + YEAR
            + "(?!\\d)|(?<!\\d)" + YEAR + "[-_ ]+" + MONTH_NAMES + "(?!\\p{L})");
    private static final Pattern PLAIN_YEAR = Pattern.compile("(?<!\\d)" + YEAR + "(?!\\d)");

    /** What makes of a year a part of it, in a way that is not understood: no wave rather than the whole year. */
    private static final Pattern PART_OF_YEAR =
            Pattern.compile("\\d[./-]" + YEAR + "(?!\\d)|(?<!\\d)" + YEAR + "[./-]\\d"
                    + "|kvartal|quarter|tertial|trimester|(?<!\\p{L})(?:uke|week|halvår|halvaar|half-year|semester)(?!\\p{L})"
                    + "|(?<![\\da-z])(?:q|h|w)[-_ ]?\\d{1,2}(?!\\d)");

    /** A school year, or a December. */
    private static final Pattern TWO_YEARS = Pattern.compile("(?<!\\d)" + YEAR + "/(\\d\\d)(?!\\d)");

    private static final Pattern ID = Pattern.compile(
            YEAR + "(?:-(?:(0[1-9]|1[0-2])(?:-(\\d\\d))?|Q([1-4])|H([12])|W(\\d\\d)))?", Pattern.CASE_INSENSITIVE);

    private Waves() {}

    /** The wave of a canonical id such as {@code 2012-Q1}. */
    public static Optional<Wave> ofId(String id) {
        Matcher matcher = ID.matcher(id.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(single(id.strip().toLowerCase(Locale.ROOT)));
    }

    /**
     * The one wave that a text speaks of, such as {@code Wave 2012 - weighted} or {@code march_2017}; declared words
     * first.
     *
     * @return nothing if it speaks of none, or of several different ones
     */
    public static Optional<Wave> in(String text, Map<String, Wave> periods) {
        String tidy = Labels.tidy(text);
        for (Map.Entry<String, Wave> period : periods.entrySet()) {
            if (Labels.key(period.getKey()).equals(Labels.key(tidy))) {
                return Optional.of(period.getValue());
            }
        }
        return Optional.ofNullable(single(tidy.toLowerCase(Locale.ROOT)));
    }

    private static @org.jspecify.annotations.Nullable Wave single(String text) {
        try {
            List<Wave> found = days(text);
            for (Pattern pattern : List.of(WEEK, QUARTER, HALF, NAMED_MONTH, MONTH)) {
                if (found.isEmpty()) {
                    found = all(pattern, text);
                }
            }
            if (ambiguous(text)) {
                return null;
            }
            if (found.isEmpty() && !PART_OF_YEAR.matcher(text).find()) {
                found = all(PLAIN_YEAR, text);
            }
            TreeSet<Wave> different = new TreeSet<>(found);
            return different.size() == 1 ? different.first() : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static boolean ambiguous(String text) {
        Matcher years = TWO_YEARS.matcher(text);
        while (years.find()) {
            if ((number(years.group(1)) + 1) % 100 == number(years.group(2))) {
                return true;
            }
        }
        return false;
    }

    private static List<Wave> days(String text) {
        List<Wave> found = new ArrayList<>();
        Matcher iso = DAY.matcher(text);
        while (iso.find()) {
            found.add(day(number(iso.group(1)), number(iso.group(2)), number(iso.group(3))));
        }
        Matcher nordic = NORDIC_DAY.matcher(text);
        while (nordic.find()) {
            found.add(day(number(nordic.group(3)), number(nordic.group(2)), number(nordic.group(1))));
        }
        Matcher named = NAMED_DAY.matcher(text);
        while (named.find()) {
            boolean dayFirst = named.group(1) != null;
            int month = monthOf(named.group(dayFirst ? 2 : 4));
            found.add(day(number(named.group(dayFirst ? 3 : 6)), month, number(named.group(dayFirst ? 1 : 5))));
        }
        return found;
    }

    private static List<Wave> all(Pattern pattern, String text) {
        List<Wave> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            List<String> parts = new ArrayList<>();
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    parts.add(matcher.group(group));
                }
            }
            boolean yearFirst =
                    parts.get(0).length() == 4 && Character.isDigit(parts.get(0).charAt(0));
            int year = number(parts.get(yearFirst || parts.size() == 1 ? 0 : 1));
            String rest = parts.size() == 1 ? "" : parts.get(yearFirst ? 1 : 0);
            found.add(of(pattern, year, rest));
        }
        return found;
    }

    private static Wave of(Pattern pattern, int year, String rest) {
        if (pattern == WEEK) {
            return week(year, number(rest));
        } else if (pattern == QUARTER) {
            int quarter = number(rest);
            return months(year + "-Q" + quarter, year, quarter * 3 - 2, 3);
        } else if (pattern == HALF) {
            int half = number(rest);
            return months(year + "-H" + half, year, half * 6 - 5, 6);
        } else if (pattern == NAMED_MONTH) {
            return month(year, monthOf(rest));
        } else if (pattern == MONTH) {
            return month(year, number(rest));
        }
        return months(String.valueOf(year), year, 1, 12);
    }

    private static int monthOf(String name) {
        return Objects.requireNonNull(MONTHS.get(name.substring(0, 3)), name);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Wave day(int year, int month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        return new Wave(date.toString(), date, date);
    }

    private static Wave month(int year, int month) {
        return months(YearMonth.of(year, month).toString(), year, month, 1);
    }

    private static Wave months(String id, int year, int from, int count) {
        LocalDate start = LocalDate.of(year, from, 1);
        return new Wave(id, start, start.plusMonths(count).minusDays(1));
    }

    private static Wave week(int year, int week) {
        LocalDate monday = LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(java.time.DayOfWeek.MONDAY);
        return new Wave(String.format(Locale.ROOT, "%d-W%02d", year, week), monday, monday.plusDays(6));
    }
}
