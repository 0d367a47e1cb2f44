package no.barometer.survey;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One kind of delivery: which files it claims and where things stand in them.
 *
 * @param id for slots; from the definition or made from the files pattern
 * @param files pattern of paths below {@code input/}
 * @param wave a wave's id, or the place it is read from
 * @param waves ids of the only waves it may hold; empty: any
 * @param parts names that the pattern's {@code {part}} must all capture for a wave to be complete
 * @param sheets names ({@code "T1"}), numbers ({@code 1}) or a pattern; empty: the first visible one
 * @param header rows of the header; 1-based, within the table where tables are stacked
 * @param locale language tag for numbers, or empty: known from the file
 * @param encoding charset name, or empty: found
 * @param delimiter of text files, or empty: found
 * @param quote of text files, or empty: found
 * @param escape of text files, or empty: the quote doubled
 * @param missing texts that mean no answer, or in tables: no figure
 * @param notAsked texts that mean that the question was not put
 * @param spellings by question id (or {@code question.item}, or breakdown id): text in these files to answer or group id
 * @param questions ids of the only questions it holds; empty: all
 * @param columns by question id (or {@code question.item}, {@code question.answer}, breakdown id): header in these files
 */
public record Block(
        String id,
        FilePattern files,
        Layout layout,
        Place wave,
        List<String> waves,
        List<String> parts,
        boolean cumulative,
        Sheets sheets,
        Rows header,
        String locale,
        String encoding,
        String delimiter,
        String quote,
        String escape,
        List<String> missing,
        List<String> notAsked,
        Accept accept,
        Map<String, Map<String, String>> spellings,
        List<String> questions,
        Map<String, String> columns,
        Design design,
        TableLayout table,
        About about,
        int line) {

    /** Whether its files may hold a question. */
    public boolean holds(String question) {
        return questions.isEmpty() || questions.contains(question);
    }

    /** How a file is laid out. */
    public enum Layout {
        MICRODATA,
        CROSSTAB,
        SERIES,
        LONG
    }

    /** Which sheets are read. Nothing said: the first visible one. */
    public record Sheets(
            List<String> names,
            List<Integer> numbers,
            @Nullable Pattern pattern) {
        public static final Sheets FIRST = new Sheets(List.of(), List.of(), null);

        public boolean first() {
            return names.isEmpty() && numbers.isEmpty() && pattern == null;
        }
    }

    /** Rows {@code from} to {@code to}, 1-based and inclusive; 0 where nothing is said. */
    public record Rows(int from, int to) {
        public static final Rows UNSAID = new Rows(0, 0);

        public boolean said() {
            return from > 0;
        }
    }

    /** What the definition accepts that is a fault otherwise. */
    public record Accept(
            boolean hiddenRows, boolean hiddenColumns, boolean hiddenSheets, boolean formulasWithoutValue) {
        public static final Accept NOTHING = new Accept(false, false, false, false);
    }
}
