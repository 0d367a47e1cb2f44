package no.barometer.sheet;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;

/** What a cell's number format says of its number: a date, a percentage, or neither. */
final class NumberFormats {
    enum Reading {
        PLAIN,
        PERCENT,
        DATE
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
        // POI's test walks long codes slowly, and no real one is long
        return code.length() < 256 && DateUtil.isADateFormat(Math.max(id, 164), code) ? Reading.DATE : Reading.PLAIN;
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
