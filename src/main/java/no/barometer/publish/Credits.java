package no.barometer.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
        String file = file(estimate);
        Optional<Block> block = survey.deliveries().stream()
                .filter(one -> one.files().match(file.split(" \\+ ")[0]).isPresent())
                .findFirst();
        About about = block.map(Block::about).orElse(About.NOTHING).or(survey.about());
        boolean census = block.map(one -> one.design().census())
                .filter(all -> all)
                .orElse(survey.design().census());
        return new Credits(about, census);
    }

    /** Publishers of a table's figures, each once; empty where none is known. */
    static String publishers(Survey survey, TrendTable table, Words words) {
        List<About> all = new ArrayList<>(abouts(survey, table));
        all.add(all.isEmpty() ? survey.about() : About.NOTHING);
        return all.stream()
                .map(about -> words.of(about.publisher()))
                .filter(publisher -> !publisher.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Publishers and sources of a table's figures, each once. */
    static String line(Survey survey, TrendTable table, Words words) {
        Set<String> all = new LinkedHashSet<>();
        for (About about : abouts(survey, table)) {
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

    /** One for each file that figures come from, in their order. */
    private static Set<About> abouts(Survey survey, TrendTable table) {
        Map<String, Estimate> byFile = new LinkedHashMap<>();
        table.estimates().forEach(estimate -> byFile.putIfAbsent(file(estimate), estimate));
        return byFile.values().stream()
                .map(estimate -> of(survey, estimate).about())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String file(Estimate estimate) {
        int end = estimate.source().indexOf(Sources.STEP);
        return end < 0 ? estimate.source() : estimate.source().substring(0, end);
    }
}
