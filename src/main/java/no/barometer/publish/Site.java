package no.barometer.publish;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.survey.Text;

/** The pages of a release, from the templates in {@code src/main/jte}, which escape every text. */
final class Site {
    private static final TemplateEngine TEMPLATES = templates();
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\uFFFE\\uFFFF&&[^\\n\\t]]");

    private Site() {}

    /** The engine loads by the thread that makes it: one of a pool would not find what lies in a jar of jars. */
    private static TemplateEngine templates() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader own = Site.class.getClassLoader();
        thread.setContextClassLoader(own);
        try {
            return TemplateEngine.createPrecompiled(null, ContentType.Html, own, Site.class.getPackageName());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The language most of the surveys are in: that of the front page. */
    static String language(List<SurveyEntry> surveys) {
        return Text.LANGUAGES.stream()
                .max(Comparator.<String>comparingLong(one -> surveys.stream()
                                .filter(survey -> survey.language().equals(one))
                                .count())
                        .thenComparing(Text.LANGUAGES::indexOf, Comparator.reverseOrder()))
                .orElseThrow();
    }

    static byte[] index(IndexPage page) {
        return render("index.jte", page);
    }

    static byte[] survey(SurveyPage page) {
        return render("survey.jte", page);
    }

    static byte[] table(TablePage page) {
        return render("table.jte", page);
    }

    static byte[] revisions(RevisionsPage page) {
        return render("revisions.jte", page);
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
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        return mayHoldControls(bytes)
                ? CONTROLS.matcher(lines).replaceAll("\uFFFD").getBytes(StandardCharsets.UTF_8)
                : bytes;
    }

    /** Looks for the first bytes of any of them. */
    private static boolean mayHoldControls(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            byte one = text[i];
            boolean ascii = (one >= 0 && one < ' ' && one != '\n' && one != '\t') || one == 0x7f;
            if (ascii || one == (byte) 0xef || (one == (byte) 0xc2 && text[i + 1] < (byte) 0xa0)) {
                return true;
            }
        }
        return false;
    }
}
