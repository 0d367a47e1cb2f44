package no.barometer.publish.chart;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a picture shows, with all texts in one language and all figures as they are printed.
 *
 * @param form lines over waves, or bars
 * @param title stands over a picture that stands alone
 * @param subtitle title of the table, and unit
 * @param unit of its figures, and of what they are
 * @param description the picture in words, for who cannot see it
 * @param waves from the first to the last, on the axis of lines
 * @param panels one, or several with the same axes
 * @param scale how the axis of figures runs
 * @param notes lines below the picture: breaks, signs, source and base
 */
public record Chart(
        Form form,
        String title,
        String subtitle,
        String unit,
        String description,
        List<Wave> waves,
        List<Panel> panels,
        Scale scale,
        List<String> notes) {

    /** The same with other panels, on the same axis of waves. */
    Chart with(List<Panel> others) {
        return new Chart(form, title, subtitle, unit, description, waves, others, scale, notes);
    }

    /** How figures are drawn. */
    public enum Form {
        LINES,
        BARS
    }

    /**
     * A wave.
     *
     * @param time in years
     */
    public record Wave(String label, double time) {}

    /**
     * How figures are written and where their axis begins.
     *
     * @param fromZero whether the axis must show zero
     * @param decimalSign between digits
     * @param suffix after a figure on the axis, such as {@code " %"}
     * @param notZero what is noted where the axis leaves out zero
     */
    public record Scale(boolean fromZero, String decimalSign, String suffix, String notZero) {}

    /**
     * A picture within the picture; its title is empty where there is only one.
     *
     * @param breaks indexes of waves that are not comparable with those before
     */
    public record Panel(String title, List<Series> series, Set<Integer> breaks) {}

    /** A line, or a bar for each of its points. */
    public record Series(String label, List<Point> points) {}

    /**
     * A figure that is published.
     *
     * @param wave its index
     * @param low of its interval, or null
     * @param high of its interval, or null
     * @param printed the figure as text
     * @param unreliable drawn hollow
     * @param forecast reached by a dashed line
     * @param joined whether a line may lead to it from the point before
     */
    public record Point(
            int wave,
            double value,
            @Nullable Double low,
            @Nullable Double high,
            String printed,
            boolean unreliable,
            boolean forecast,
            boolean joined) {}
}
