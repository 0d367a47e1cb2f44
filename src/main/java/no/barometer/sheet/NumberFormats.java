package no.barometer.sheet;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** What a cell's number format says of its number: a date, a span of time, a percentage, or neither. */
final class NumberFormats {
    enum Reading {
        PLAIN,
        PERCENT,
        DATE,
        DURATION;

        /** The number as a date or span of time; null where the format or the number is none. */
        @Nullable
        String time(double number, boolean since1904) {
            return switch (this) {
                case DATE -> ExcelDates.iso(number, since1904);
                case DURATION -> ExcelDates.duration(number);
                case PLAIN, PERCENT -> null;
            };
        }
    }

    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, Reading> readings = new HashMap<>();

    void define(int id, String code) {
        codes.put(id, code);
        readings.remove(id);
    }

    Reading of(int id) {
        return readings.computeIfAbsent(id, this::read);
    }

    private Reading read(int id) {
        String code = codes.get(id);
        if (code == null) {
            if (id == 46) {
                return Reading.DURATION;
            }
            if (id == 9 || id == 10) {
                return Reading.PERCENT;
            }
            // 27-36 and 50-58 are dates in East Asian versions
            boolean date = DateUtil.isInternalDateFormat(id) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
            return date ? Reading.DATE : Reading.PLAIN;
        }
        if (hasPercent(code)) {
            return Reading.PERCENT;
        }
        if (isElapsed(code)) {
            return Reading.DURATION;
        }
        // POI's test walks long codes slowly, and no real one is long
        return code.length() < 256 && DateUtil.isADateFormat(Math.max(id, 164), code) ? Reading.DATE : Reading.PLAIN;
    }

    /** Whether hours, minutes or seconds are counted on beyond a day, an hour, a minute: {@code [h]:mm}. */
    private static boolean isElapsed(String code) {
        boolean quoted = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
                i++;
            } else if (!quoted && c == '[') {
                int end = i + 1;
                while (end < code.length() && "hHmMsS".indexOf(code.charAt(end)) >= 0) {
                    end++;
                }
                if (end > i + 1 && end < code.length() && code.charAt(end) == ']') {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the first section has a percent sign that is no literal. */
    static boolean hasPercent(String code) {
        boolean quoted = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\\' || c == '_' || c == '*')) {
                i++;
            } else if (!quoted && c == ';') {
                return false;
            } else if (!quoted && c == '%') {
                return true;
            }
        }
        return false;
    }
}
