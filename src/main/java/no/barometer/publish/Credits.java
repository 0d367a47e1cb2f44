package no.barometer.publish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.barometer.survey.About;
import no.barometer.survey.Block;
import no.barometer.survey.Survey;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;

/**
 * Who stands behind a figure.
 *
 * @param census whether everybody was asked and answered
 */
record Credits(About about, boolean census) {
    /** What is said of the delivery block that a figure came by, else of the survey. */
    static Credits of(Survey survey, Estimate estimate) {
        int end = estimate.source().indexOf(Sources.STEP);
        String file = end < 0 ? estimate.source() : estimate.source().substring(0, end);
        Optional<Block> block = survey.deliveries().stream()
                .filter(one -> one.files().match(file.split(" \\+ ")[0]).isPresent())
                .findFirst();
        About about = block.map(Block::about).orElse(About.NOTHING).or(survey.about());
        boolean census = block.map(one -> one.design().census())
                .filter(all -> all)
                .orElse(survey.design().census());
        return new Credits(about, census);
    }

    /** Publishers and sources of a table's figures, each once. */
    static String line(Survey survey, TrendTable table, Words words) {
        Set<String> all = new LinkedHashSet<>();
        for (Estimate estimate : table.estimates()) {
            About about = of(survey, estimate).about();
            String publisher = words.of(about.publisher());
            String source = words.of(about.source());
            List<String> parts = new ArrayList<>();
            if (!publisher.isEmpty() && !source.contains(publisher)) {
                parts.add(publisher);
            }
            if (!source.isEmpty()) {
                parts.add(source);
            }
            if (!parts.isEmpty()) {
                all.add(String.join(", ", parts));
            }
        }
        return String.join("; ", all);
    }
}
