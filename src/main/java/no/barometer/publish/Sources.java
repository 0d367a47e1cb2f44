package no.barometer.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.barometer.survey.Block;
import no.barometer.survey.Design;
import no.barometer.survey.Survey;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;

/** Where the figures of a table come from, file by file, as its page says it. */
record Sources(List<File> files) {
    /** Stands between file, sheet and cell. */
    static final String STEP = " > ";

    private static final Pattern CELL = Pattern.compile("(.+) > ([A-Z]+\\d+)");
    private static final Pattern LINE = Pattern.compile("line (\\d+) > ([A-Z]+)");

    /**
     * A file, or several that make up a wave together.
     *
     * @param id anchor of all figures computed from it; empty for printed figures, whose places have their own
     * @param places cells
     */
    record File(String id, String name, List<SurveyPage.Fact> facts, List<Place> places) {}

    /** A cell that figures were printed in. */
    record Place(String id, String text) {}

    static Sources of(Survey survey, TrendTable table, List<DeliveryNote> deliveries, Words words) {
        Map<String, Map<String, Place>> places = new LinkedHashMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        for (Estimate estimate : table.estimates()) {
            String place = Anchors.place(estimate);
            if (place.isEmpty()) {
                continue;
            }
            int end = place.indexOf(STEP);
            String file = end < 0 ? place : place.substring(0, end);
            Map<String, Place> cells = places.computeIfAbsent(file, fresh -> new LinkedHashMap<>());
            if (end < 0) {
                ids.computeIfAbsent(file, Anchors::source);
            } else {
                String within = place.substring(end + STEP.length());
                cells.computeIfAbsent(place, fresh -> new Place(Anchors.source(fresh), words(within, words)));
            }
        }
        List<File> files = new ArrayList<>();
        places.forEach((file, cells) -> files.add(new File(
                ids.getOrDefault(file, ""),
                file,
                facts(survey, file, deliveries, words),
                List.copyOf(cells.values()))));
        return new Sources(files);
    }

    private static List<SurveyPage.Fact> facts(Survey survey, String file, List<DeliveryNote> deliveries, Words words) {
        List<SurveyPage.Fact> facts = new ArrayList<>();
        List<String> paths = List.of(file.split(" \\+ "));
        for (DeliveryNote note : deliveries) {
            if (paths.contains(note.path())) {
                facts.add(new SurveyPage.Fact(words.get("source.hash"), note.sha256()));
                if (note.respondents() > 0) {
                    String count = words.figure(String.valueOf(note.respondents()));
                    facts.add(new SurveyPage.Fact(words.get("source.respondents"), count));
                    design(survey, note, words, facts);
                }
            }
        }
        return facts;
    }

    private static void design(Survey survey, DeliveryNote note, Words words, List<SurveyPage.Fact> facts) {
        Design design = survey.block(note.block()).map(Block::design).orElse(survey.design());
        design = design.equals(Design.NONE) ? survey.design() : design;
        List<String> parts = new ArrayList<>();
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("weight", design.weight());
        columns.put("stratum", design.stratum());
        columns.put("psu", design.psu());
        columns.forEach((part, column) -> {
            if (!column.isEmpty()) {
                parts.add(words.get("design." + part, column));
            }
        });
        if (!parts.isEmpty()) {
            facts.add(new SurveyPage.Fact(words.get("source.design"), String.join(", ", parts)));
        }
    }

    private static String words(String place, Words words) {
        Matcher line = LINE.matcher(place);
        if (line.matches()) {
            return words.get("source.line", line.group(1)).replace("{column}", line.group(2));
        }
        Matcher cell = CELL.matcher(place);
        return cell.matches() ? words.get("source.cell", cell.group(2)).replace("{sheet}", cell.group(1)) : place;
    }
}
