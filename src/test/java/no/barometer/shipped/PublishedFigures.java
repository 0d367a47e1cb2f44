package no.barometer.shipped;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The six surveys of published figures, each as its publisher would deliver it. */
final class PublishedFigures {
    private static final String MISSING = "..";

    private final Map<String, Facts> facts = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Files by name. */
    Map<String, byte[]> files() throws IOException {
        stateAgencies();
        municipalities();
        enterprises();
        enterpriseInternet();
        trustMedia();
        responseRate();
        return files;
    }

    /** Facts by survey, after {@link #files()}. */
    Map<String, Facts> facts() {
        return facts;
    }

    private void stateAgencies() throws IOException {
        Facts fact = facts("state-agencies");
        XSSFWorkbook workbook = new XSSFWorkbook();
        new PrintedSheet(workbook, "Tabell", "0.0")
                .title("Bruk av sosiale medier i staten. Prosent av virksomhetene")
                .blank()
                .banner("Prosent", 4)
                .header("", 2012, 2013, 2014, 2015)
                .lastRow(
                        "Bruker sosiale medier¹",
                        fact.figure("2012"),
                        fact.figure("2013"),
                        fact.figure("2014"),
                        fact.figure("2015"))
                .note("¹ Statlige virksomheter.")
                .note("Kilde: Statistisk sentralbyrå, Bruk av IKT i staten (indikator i Digitale Norge).");
        files.put("ikt-i-staten-2012-2015.xlsx", Bytes.xlsx(workbook));
    }

    private void municipalities() throws IOException {
        Facts fact = facts("municipalities");
        XSSFWorkbook workbook = new XSSFWorkbook();
        new PrintedSheet(workbook, "Kommuner", "0")
                .title("Kommunenes bruk av digitale kanaler 2010")
                .note("Prosent. 389 av 430 kommuner svarte")
                .blank()
                .header("", "I alt")
                .row("Bruker digitale kanaler", fact.figure("2010", "uses digital channels"))
                .row("Facebook", fact.figure("2010", "Facebook"))
                .row("Twitter", fact.figure("2010", "Twitter"))
                .row("Video", fact.figure("2010", "video"))
                .row("Blogg", fact.figure("2010", "blog"))
                .lastRow("Antall kommuner", Double.parseDouble(fact.cell("base", "2010", "Facebook")))
                .note("Kilde: Areca 2010");
        files.put("areca-kommuner-2010.xlsx", Bytes.xlsx(workbook));

        Map<String, String> indicators = new LinkedHashMap<>();
        indicators.put("uses social media", "Bruker sosiale medier");
        indicators.put("plans to use by end of year", "Planlegger bruk innen utgangen av året");
        indicators.put("strategy planned by end of year", "Strategi planlagt innen utgangen av året");
        indicators.put("Facebook, of those using social media", "Facebook, av kommuner på sosiale medier");
        indicators.put("has dialogue as goal, of those with a strategy", "Dialog som mål, av kommuner med strategi");
        indicators.put("has dialogue in actual use", "Dialog i faktisk bruk");
        List<String> lines = new ArrayList<>(List.of("År;Undersøkelse;Spørsmål;Andel (prosent)"));
        indicators.forEach((measure, text) ->
                lines.add("2011;KS BETA.KOMM;" + text + ";" + fact.printed("2011", "KS BETA.KOMM", measure)));
        files.put("ks-betakomm-2011.csv", Bytes.text(Charset.forName("windows-1252"), "\r\n", lines));
    }

    private void enterprises() throws IOException {
        Facts fact = facts("enterprises");
        String scoreboard = "EU Digital Agenda Scoreboard";
        List<String> lines = new ArrayList<>(List.of("time_period,ref_area,indicator,breakdown,unit_measure,value"));
        for (String year : List.of("2013", "2014")) {
            String share = new BigDecimal(fact.printed(year, scoreboard).replace(',', '.'))
                    .movePointLeft(2)
                    .toPlainString();
            lines.add(year
                    + ",Norway,Enterprises using social media,\"10+ employees, without finance\",share of enterprises,"
                    + share);
        }
        files.put("digital-agenda-scoreboard-norway.csv", Bytes.text(UTF_8, "\n", lines));

        XSSFWorkbook workbook = new XSSFWorkbook();
        PrintedSheet before = enterpriseSheet(workbook, "Tabell 1", "2013–2015")
                .header("", 2013, 2014, 2015)
                .row(
                        "Sosiale nettverk",
                        ssb(fact, "2013", "social networks"),
                        ssb(fact, "2014", "social networks"),
                        ssb(fact, "2015", "social networks"));
        before.row("Deling av multimedieinnhold", ssb(fact, "2013", "multimedia sharing"), MISSING, MISSING);
        before.row("Blogg eller mikroblogg", ssb(fact, "2013", "blogs or microblogs"), MISSING, MISSING);
        before.lastRow("Wiki-baserte verktøy", ssb(fact, "2013", "wiki-based tools"), MISSING, MISSING);
        enterpriseNotes(before);

        PrintedSheet after = enterpriseSheet(workbook, "Tabell 2", "2017–2019").header("", 2017, 2019);
        both(after, fact, "Bruker sosiale medier", "uses social media");
        both(after, fact, "Sosiale nettverk", "social networks");
        both(after, fact, "Deling av multimedieinnhold", "multimedia sharing");
        both(after, fact, "Blogg eller mikroblogg", "blogs or microblogs");
        after.lastRow(
                "Wiki-baserte verktøy", ssb(fact, "2017", "wiki-based tools"), ssb(fact, "2019", "wiki-based tools"));
        enterpriseNotes(after);
        files.put("ssb-sosiale-medier-i-foretak.xlsx", Bytes.xlsx(workbook));
    }

    private static PrintedSheet enterpriseSheet(XSSFWorkbook workbook, String name, String years) {
        return new PrintedSheet(workbook, name, "0")
                .title(name + ". Bruk av sosiale medier i foretak " + years + ". Prosent av foretakene")
                .blank();
    }

    private static void both(PrintedSheet sheet, Facts fact, String text, String measure) {
        sheet.row(text, ssb(fact, "2017", measure), ssb(fact, "2019", measure));
    }

    private static void enterpriseNotes(PrintedSheet sheet) {
        sheet.note("Standardtegn: .. = oppgave mangler")
                .note("Kilde: Statistisk sentralbyrå, Bruk av IKT i næringslivet.");
    }

    private static double ssb(Facts fact, String year, String measure) {
        return fact.figure(year, "Statistics Norway", measure);
    }

    private void enterpriseInternet() throws IOException {
        Facts fact = facts("enterprise-internet");
        HSSFWorkbook workbook = new HSSFWorkbook();
        PrintedSheet sheet = new PrintedSheet(workbook, "Tabell 1", "0")
                .title("1 Foretak med Internett, etter storleik. 1998-2002. Prosent")
                .blank()
                .header("Talet på sysselsette", 1998, 1999, 2000, 2001, "2002¹");
        List<String> sizes = List.of("Alle foretak med 10+ sysselsette", "10-19", "20-49", "50-99", "100+");
        for (String size : sizes) {
            Object[] cells = {
                size,
                fact.across(size, "1998"),
                fact.across(size, "1999"),
                fact.across(size, "2000"),
                fact.across(size, "2001"),
                fact.across(size, "2002¹")
            };
            if (size.equals("100+")) {
                sheet.lastRow(cells);
            } else {
                sheet.row(cells);
            }
        }
        sheet.note("¹ Planar for 2002.").note("Kjelde: Statistisk sentralbyrå, Bruk av IKT i næringslivet, tabell 1.");
        files.put("ikt-i-naeringslivet-tabell-1.xls", Bytes.xls(workbook));
    }

    private void trustMedia() throws IOException {
        Facts fact = facts("trust-media");
        List<String> lines = new ArrayList<>(List.of("År;Utvalg;Tillit til;Prosent;Antall intervju;Kilde"));
        for (String year : List.of("2013", "2014")) {
            lines.add(String.join(
                    ";",
                    year,
                    "Norge",
                    "Mediene",
                    fact.printed(year, "YouGov/Dinamo PR"),
                    fact.cell("base", year, "YouGov/Dinamo PR"),
                    "YouGov for Dinamo PR"));
        }
        files.put("yougov-dinamo-tillit.csv", Bytes.text(UTF_8, "\r\n", lines));

        XSSFWorkbook workbook = new XSSFWorkbook();
        new PrintedSheet(workbook, "Global", "0")
                .title("Trust in sources of company information")
                .note("25 countries, per cent who trust the source")
                .blank()
                .header("Source", 2011, 2012)
                .row("Traditional media", "n.a.", fact.figure("2012", "traditional media"))
                .row("Corporate websites", "n.a.", fact.figure("2012", "corporate websites"))
                .lastRow("Social media", fact.figure("2011", "social media"), fact.figure("2012", "social media"))
                .note("n.a. = not available")
                .note("Source: Edelman Trust Barometer 2011 and 2012");
        files.put("edelman-trust-2011-2012.xlsx", Bytes.xlsx(workbook));
    }

    private void responseRate() {
        Facts fact = facts("response-rate");
        Map<String, String> industries = new LinkedHashMap<>();
        industries.put("all", "Alle bransjer");
        industries.put("airlines", "Flyselskaper");
        industries.put("telecom", "Telekom");
        industries.put("automotive", "Bil");
        industries.put("finance", "Finans");
        industries.put("alcohol", "Alkohol");
        industries.put("media", "Medier");
        List<String> lines = new ArrayList<>(List.of("\ufeffMåned;Bransje;Besvart (prosent);Kilde"));
        addMonth(lines, fact, "2011-10", "oktober 2011", industries, List.of("finance", "alcohol"));
        addMonth(lines, fact, "2012-03", "mars 2012", industries, List.of("all"));
        files.put("socialbakers-svarprosent.csv", Bytes.text(UTF_8, "\r\n", lines));
    }

    private static void addMonth(
            List<String> lines,
            Facts fact,
            String wave,
            String month,
            Map<String, String> industries,
            List<String> notMeasured) {
        industries.forEach((industry, text) -> {
            if (!notMeasured.contains(industry)) {
                lines.add(month + ";" + text + ";" + fact.printed(wave, industry) + ";Socialbakers");
            }
        });
    }

    private Facts facts(String survey) {
        return facts.computeIfAbsent(survey, Facts::of);
    }
}
