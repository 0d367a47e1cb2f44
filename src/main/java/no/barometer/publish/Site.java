package no.barometer.publish;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;
import no.barometer.trend.TrendTable;

/** The pages of a release, from the templates in {@code src/main/jte}, which escape every text. */
final class Site {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Site.class.getClassLoader(), Site.class.getPackageName());
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\uFFFE\\uFFFF&&[^\\n\\t]]");

    private Site() {}

    /** The front page, in the language most of the surveys are in. */
    static byte[] index(List<SurveyEntry> surveys, Stamp stamp) {
        String language = Text.LANGUAGES.stream()
                .max(Comparator.<String>comparingLong(one -> surveys.stream()
                                .filter(survey -> survey.language().equals(one))
                                .count())
                        .thenComparing(Text.LANGUAGES::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
        return render("index.jte", new IndexPage(Words.in(language), surveys, stamp));
    }

    /** The page of a survey, in its first language. */
    static byte[] survey(
            Survey survey,
            List<DeliveryNote> deliveries,
            List<TrendTable> tables,
            List<TableEntry> entries,
            Stamp stamp) {
        return render("survey.jte", SurveyPage.of(survey, deliveries, tables, entries, stamp));
    }

    /**
     * What stands in the place of a page of a release that was withdrawn.
     *
     * @param href of the newest release
     */
    static byte[] withdrawn(String release, String date, String why, String href) {
        return render("withdrawn.jte", new WithdrawnPage(release, date, why, href));
    }

    private static byte[] render(String template, Object page) {
        StringOutput output = new StringOutput();
        TEMPLATES.render(template, page, output);
        // templates may have been checked out with other line ends; controls of a delivery's texts are no HTML
        String lines = output.toString().replace("\r\n", "\n");
        return CONTROLS.matcher(lines).replaceAll("\uFFFD").getBytes(StandardCharsets.UTF_8);
    }
}
