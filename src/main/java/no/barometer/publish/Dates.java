package no.barometer.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import no.barometer.survey.Wave;

/** Days and waves as a language writes them; always the Gregorian calendar, whatever the machine's locale. */
final class Dates {
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern PART = Pattern.compile("\\d{4}-[QHW]\\d+");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}(-([QHW]?\\d+))?");

    private Dates() {}

    /** @param iso {@code 2026-11-17}: 17. november 2026 */
    static String day(Words words, String iso) {
        return iso.isEmpty() ? "" : day(words, LocalDate.parse(iso));
    }

    /** A wave by its id, as a heading: 2012, mars 2012, 1. kvartal 2012; a declared word as it is. */
    static String wave(Words words, Wave wave) {
        return wave(words, wave.id());
    }

    static String wave(Words words, String id) {
        if (MONTH.matcher(id).matches()) {
            return month(words, LocalDate.parse(id + "-01")) + " " + id.substring(0, 4);
        } else if (PART.matcher(id).matches()) {
            String number = String.valueOf(Integer.parseInt(id.substring(6)));
            return words.get("wave." + id.charAt(5), number).replace("{year}", id.substring(0, 4));
        } else if (DAY.matcher(id).matches()) {
            return day(words, id);
        }
        return id;
    }

    /** A wave within a sentence: in 2012, on 14 March 2012. */
    static String inWave(Words words, Wave wave) {
        boolean day = DAY.matcher(wave.id()).matches();
        boolean period = PERIOD.matcher(wave.id()).matches();
        return words.get(day ? "on.day" : period ? "in.wave" : "in.word", wave(words, wave));
    }

    private static String day(Words words, LocalDate day) {
        return words.get("date", day.getDayOfMonth())
                .replace("{month}", month(words, day))
                .replace("{year}", String.valueOf(day.getYear()));
    }

    private static String month(Words words, LocalDate day) {
        return List.of(words.get("months").split(" ")).get(day.getMonthValue() - 1);
    }
}
