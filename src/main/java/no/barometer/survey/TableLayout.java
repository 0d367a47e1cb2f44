package no.barometer.survey;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where things stand in a delivered table: crosstab, series or long.
 *
 * @param question place of the question's text, or its id as a literal; unsaid: the survey's only one
 * @param item place of items
 * @param answer place of answers
 * @param breakdowns breakdown id to the place of its groups (long), or to the columns' only breakdown
 * @param breakdown the banner's only breakdown where it has one row: an id; empty otherwise
 * @param figure column of the figure (long)
 * @param base column of the unweighted base (long)
 * @param weightedBase column of the weighted base (long)
 * @param status column of status letters (long)
 * @param figures how figures stand: percent, fraction or number
 * @param unit unit of figures that are numbers
 * @param unweighted text pattern ({@code *} for anything) of the row with unweighted bases
 * @param weighted the same for weighted bases
 * @param eachAnswer rows an answer takes: {@code count share letters mean skip}; empty: one row of shares
 * @param measures row texts that are no answers, with the measure they hold ({@code mean}, {@code value})
 * @param ignore texts of rows, columns, questions and items to be skipped; {@code *} for anything
 * @param ignoredQuestions patterns of questions to be skipped unless the codebook declares them
 * @param ignoredGroups patterns of breakdowns and groups to be skipped unless the codebook declares them
 * @param marks marks at figures with what they mean: SDMX letters, {@code 0}, {@code missing}, {@code withheld} or a note
 * @param emptyIsWithheld whether an empty figure is a withheld one; else it is a missing one
 * @param total texts of the column of everybody
 * @param strip what is taken off labels before they are matched
 * @param repeatedSame whether a figure may stand again and must then be the same
 * @param begin text pattern of the cell with which a stacked table begins; null: the sheet is one table
 * @param beginColumn 1-based column of that cell
 * @param universe place of the text that tells who was asked (crosstab)
 * @param sumsTo100 whether shares of a single-choice question are held to add to 100
 */
public record TableLayout(
        Place question,
        Place item,
        Place answer,
        Map<String, Place> breakdowns,
        String breakdown,
        Place figure,
        Place base,
        Place weightedBase,
        Place status,
        Figures figures,
        String unit,
        String unweighted,
        String weighted,
        List<String> eachAnswer,
        Map<String, String> measures,
        List<String> ignore,
        List<String> ignoredQuestions,
        List<String> ignoredGroups,
        Map<String, String> marks,
        boolean emptyIsWithheld,
        List<String> total,
        @Nullable Pattern strip,
        boolean repeatedSame,
        @Nullable Pattern begin,
        int beginColumn,
        Place universe,
        boolean sumsTo100) {

    /** How figures stand in the file. */
    public enum Figures {
        /** 45, 45 %, or 0.45 in a cell with a percent format. */
        PERCENT,
        /** 0.45 in a plain cell. */
        FRACTION,
        /** A number with a unit of its own. */
        NUMBER
    }
}
