package no.barometer.survey;

import java.util.List;

/** Where something stands in a file, said as people say it. */
public sealed interface Place {
    /** Not said. */
    record Unsaid() implements Place {}

    /** A text of the definition itself. */
    record Literal(String text) implements Place {}

    /** {@code column A}, or {@code column year}: by header text first, else by letters; quoted: by header text only. */
    record Column(String name, boolean byHeaderOnly) implements Place {}

    /** {@code columns unit, geo}: several keys, also several packed in one header ({@code unit,geo\time}). */
    record Columns(List<String> names) implements Place {}

    /** {@code row 4} or {@code rows 2-3}; 1-based. */
    record Row(int from, int to) implements Place {}

    /** {@code cell B2}; 1-based. */
    record Cell(int row, int column) implements Place {}

    /** {@code sheet name}. */
    record SheetName() implements Place {}

    /** {@code file name}: what the files pattern captures as {@code {wave}}, else the name itself. */
    record FileName() implements Place {}
}
