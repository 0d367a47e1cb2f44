package no.barometer.publish;

import no.barometer.survey.Survey;
import no.barometer.trend.TrendTable;

/**
 * How a table is quoted and embedded.
 *
 * @param text publisher, year, title, release, date and its lasting address
 * @param embed HTML for another page; empty where the site's address is not known or there is no picture
 */
record Citation(String text, String embed) {
    /** @param picture language of the picture; empty where there is none */
    static Citation of(Frame frame, Survey survey, TrendTable table, Address address, String picture) {
        Words words = frame.words();
        String title = words.of(table.title());
        String folder = survey.id() + "/";
        String page = folder + frame.page(frame.name());
        String publisher = Credits.publishers(survey, table, words);
        String date = frame.stamp().date();
        String year = " (" + date.substring(0, Math.min(4, date.length())) + "). ";
        // a work that nobody is known to have published begins with its title
        String text = (publisher.isEmpty() ? title + year : publisher + year + Units.ended(title) + " ")
                + words.of(survey.title()) + ", "
                + words.get("cite.release", frame.stamp().release()) + ", "
                + frame.date() + "."
                + (address.known() ? " " + address.release(frame.stamp().release(), page) : "");
        String image = folder + frame.name() + "." + picture + ".svg";
        String embed = !address.known() || picture.isEmpty()
                ? ""
                : "<a href=\"" + escape(address.latest(page)) + "\"><img src=\"" + escape(address.latest(image))
                        + "\" alt=\"" + escape(title) + "\" style=\"max-width:100%\"></a>";
        return new Citation(text, embed);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
