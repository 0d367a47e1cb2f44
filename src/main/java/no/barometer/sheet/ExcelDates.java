package no.barometer.sheet;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Dates that workbooks keep as numbers of days. */
final class ExcelDates {
    /** 9999-12-31, the last day that spreadsheet programs know. */
    private static final double LAST = 2_958_466;

    private ExcelDates() {}

    /**
     * The date as ISO: {@code 2017-04-30}, with a time of day {@code 2017-04-30T13:45:00}, less than a day
     * {@code 13:45:00}.
     *
     * @return null where the number is no date
     */
    static @Nullable String iso(double days, boolean since1904) {
        if (!(days >= 0 && days < LAST)) {
            return null;
        }
        LocalDateTime date = DateUtil.getLocalDateTime(days, since1904, true);
        if (date == null) {
            return null;
        }
        if (days < 1 && days > 0) {
            return seconds(date.toLocalTime());
        }
        LocalTime time = date.toLocalTime();
        return time.equals(LocalTime.MIDNIGHT)
                ? date.toLocalDate().toString()
                : date.toLocalDate() + "T" + seconds(time);
    }

    /** A span of time in hours, minutes and seconds: {@code 37:30:00}; null where it is longer than dates reach. */
    static @Nullable String duration(double days) {
        if (!(Math.abs(days) < LAST)) {
            return null;
        }
        long seconds = Math.round(Math.abs(days) * 86_400);
        String sign = days < 0 && seconds > 0 ? "-" : "";
        return sign + seconds / 3600 + String.format(Locale.ROOT, ":%02d:%02d", seconds / 60 % 60, seconds % 60);
    }

    private static String seconds(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0 ? time + ":00" : time.toString();
    }
}
