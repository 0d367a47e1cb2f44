package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.survey.Text;
import no.barometer.trend.TrendTable;
import org.junit.jupiter.api.Test;

class TableCsvTest {
    @Test
    void tidyFileHasTheColumnsOfTheContract() {
        assertThat(lines(TidyCsv.of(Samples.survey("tillit", false), Samples.hours())))
                .containsExactly(
                        "survey,table,wave,period_start,question,item,answer,breakdown,group,measure,base_kind,value,unit,"
                                + "std_error,ci_low,ci_high,base,effective_base,change,change_p_value,obs_status,conf_status,"
                                + "method,source",
                        "tillit,timer,2024,2024-01-01,timer,,,total,total,mean,valid,2.675,timer,1.25,,,1204,1100.123457,"
                                + ",,,,weighted,2025/svar.csv > 1204 respondents",
                        "tillit,timer,2025,2025-01-01,timer,,,total,total,mean,valid,3,timer,1.25,,,1204,1100.123457,"
                                + ",,,,weighted,2025/svar.csv > 1204 respondents");
    }

    @Test
    void linesEndInLineFeedOnly() {
        String text = text(TidyCsv.of(Samples.survey("tillit", false), Samples.trust("Tillit", 70)));

        assertThat(text).doesNotContain("\r").endsWith("\n").doesNotStartWith("\ufeff");
    }

    @Test
    void syntheticFiguresSaySoInEveryFile() {
        assertThat(lines(TidyCsv.of(Samples.survey("tillit", true), Samples.hours()))
                        .subList(1, 3))
                .allMatch(line -> line.endsWith("2025/svar.csv > 1204 respondents (synthetic)"));
        assertThat(lines(WideCsv.of(Samples.survey("tillit", true), Samples.hours())))
                .last()
                .asString()
                .endsWith(",2.68,3.00,Syntetiske data");
    }

    @Test
    void wideFileSpeaksTheFirstLanguageAndNotesBreaks() {
        assertThat(lines(WideCsv.of(Samples.survey("tillit", false), Samples.trust("Tillit", 70))))
                .containsExactly(
                        "Element,Svar,Inndeling,Gruppe,Mål,Grunnlag,Måleenhet,2023,2024,2025,Merknad",
                        "Fjernsyn,Høy tillit,Alle,Alle,Andel,Gyldige svar,prosent,61.3,63.6,66.7,Brudd i 2025: Fra papirskjema til nettskjema",
                        "Fjernsyn,Lav tillit,Alle,Alle,Andel,Gyldige svar,prosent,38.8,36.5,33.3,Brudd i 2025: Fra papirskjema til nettskjema",
                        "\"Sosiale medier, blogger\",Høy tillit,Alle,Alle,Andel,Gyldige svar,prosent,12.0,14.5,9.1,",
                        "\"Sosiale medier, blogger\",Lav tillit,Alle,Alle,Andel,Gyldige svar,prosent,,85.5,,",
                        "Fjernsyn,Høy tillit,Kjønn,Menn,Andel,Gyldige svar,prosent,,,70.0,Brudd i 2025: Fra papirskjema til nettskjema");
    }

    @Test
    void labelsThatWouldRunAsFormulasAreMadeHarmless() {
        TrendTable table = Samples.trust("Tillit", 70);
        Map<String, Text> labels = new LinkedHashMap<>(table.labels());
        labels.put("item:tillit.tv", Text.of("nb", "=cmd|'/C calc'!A0"));
        TrendTable hostile = Samples.withLabels(table, labels);

        assertThat(lines(WideCsv.of(Samples.survey("tillit", false), hostile)).get(1))
                .startsWith("'=cmd|'/C calc'!A0,");
    }

    @Test
    void problemsAreSortedByPlaceAndQuoted() {
        List<Problem> problems = List.of(
                Problem.of(Kind.BAD_NUMBER, Location.cell("b.xlsx", "T1", "B10"), "=x", "a number")
                        .in("tillit"),
                Problem.of(Kind.BAD_NUMBER, Location.cell("b.xlsx", "T1", "B7"), "x, y", "a number")
                        .in("tillit"),
                Problem.of(Kind.ZERO_WEIGHT, Location.line("a.csv", 12), "-5", "weights"));

        assertThat(lines(ProblemsCsv.of(problems)))
                .containsExactly(
                        "delivery,sheet,cell,line,survey,kind,severity,found,expected,message",
                        "a.csv,,,12,,zero-weight,warning,-5,weights,'-5 have weight 0 and were left out. Expected weights; nothing needs to be done if that is meant.",
                        "b.xlsx,T1,B7,,tillit,bad-number,error,\"x, y\",a number,\"\"\"x, y\"\" is not a number. Expected a number; if it stands for none, name it under missing or marks.\"",
                        "b.xlsx,T1,B10,,tillit,bad-number,error,'=x,a number,\"\"\"=x\"\" is not a number. Expected a number; if it stands for none, name it under missing or marks.\"");
    }

    private static List<String> lines(byte[] csv) {
        return text(csv).lines().toList();
    }

    private static String text(byte[] csv) {
        return new String(csv, StandardCharsets.UTF_8);
    }
}
