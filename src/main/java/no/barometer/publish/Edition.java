package no.barometer.publish;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import no.barometer.survey.Survey;
import no.barometer.trend.TrendTable;

/**
 * What is to be published.
 *
 * @param period names the release, and nothing else
 * @param date stands in the release
 * @param surveys those of the tables, in any order; one without tables is not published
 * @param tables of a survey in the definition's order
 * @param deliveries live ones, in any order
 * @param method version of the reading and arithmetic; a survey made by another one is not taken over
 * @param carried ids of surveys taken over from the newest release as they are; one that is not in it, or is given in
 *     {@code surveys} as well, is a bug
 * @param address where the public reads the newest release; empty if it is not known
 */
public record Edition(
        YearMonth period,
        LocalDate date,
        List<Survey> surveys,
        List<TrendTable> tables,
        List<DeliveryNote> deliveries,
        String method,
        List<String> carried,
        String address) {

    /** Without knowing where the public reads it. */
    public Edition(
            YearMonth period,
            LocalDate date,
            List<Survey> surveys,
            List<TrendTable> tables,
            List<DeliveryNote> deliveries,
            String method,
            List<String> carried) {
        this(period, date, surveys, tables, deliveries, method, carried, "");
    }
}
