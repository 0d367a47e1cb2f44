package no.barometer.layout;

import java.util.ArrayList;
import java.util.List;
import no.barometer.problem.Kind;
import no.barometer.sheet.SourceRow;
import no.barometer.survey.Block;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Design;
import no.barometer.survey.Labels;
import no.barometer.survey.Margin;
import no.barometer.survey.Survey;
import org.jspecify.annotations.Nullable;

/** Finds the cell of the margins' cross-table that a respondent is in. */
final class MarginCells {
    private final Background background;
    private final Faults faults;
    private final List<Place> places = new ArrayList<>();

    /** @param faults of margins; what is amiss with groups and columns as such is told when the file is folded */
    MarginCells(Survey survey, Block block, Columns columns, Codebook codebook, Background background, Faults faults) {
        this.background = background;
        this.faults = faults;
        Design design = Designs.of(survey, block);
        for (Margin margin : design.rake()) {
            String id = margin.breakdown();
            Breakdown breakdown = survey.breakdowns().get(id);
            String declared = breakdown == null ? "" : breakdown.column();
            String name = block.columns().getOrDefault(id, declared);
            places.add(new Place(
                    id,
                    name.isEmpty() ? 0 : columns.find(name),
                    new Coder(block, text -> codebook.group(id, text, 0))));
        }
    }

    /** Where a margin's breakdown stands; 0 where it has no column. */
    private record Place(String breakdown, int column, Coder coder) {}

    /** The number of a row's cell in the table of its wave; -1 after a fault. */
    int cell(SourceRow row, CrossTable table) {
        int cell = 0;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            String group = place.column() == 0 ? null : group(row, place);
            if (group == null) {
                return -1;
            }
            CrossTable.Axis axis = table.axes().get(i);
            int index = axis.index(group);
            if (index < 0) {
                faults.add(
                        Kind.MARGIN_INCOMPLETE,
                        background.at(row, place.column()),
                        background.header(place.column()),
                        Labels.tidy(row.text(place.column())),
                        "the population of each group of " + place.breakdown() + " that occurs");
                return -1;
            }
            cell += index * axis.stride();
        }
        return cell;
    }

    private @Nullable String group(SourceRow row, Place place) {
        String text = row.text(place.column());
        String code = place.coder().code(text);
        if (code == null) {
            return null;
        }
        if (code.equals(Coder.NO_ANSWER) || code.equals(Coder.NOT_ASKED)) {
            faults.add(
                    Kind.MISSING_DESIGN,
                    background.at(row, place.column()),
                    background.header(place.column()),
                    '"' + Labels.tidy(text) + '"',
                    "group of " + place.breakdown() + ", which weights are raked to");
            return null;
        }
        return code;
    }

    /** Breakdowns that the file has no column for. */
    List<String> absent() {
        return places.stream()
                .filter(place -> place.column() == 0)
                .map(Place::breakdown)
                .toList();
    }
}
