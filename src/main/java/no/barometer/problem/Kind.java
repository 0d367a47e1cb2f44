package no.barometer.problem;

import static no.barometer.problem.Severity.ERROR;
import static no.barometer.problem.Severity.WARNING;

import java.util.Locale;

/** The catalogue of faults. Codes are stable; templates speak of {found} and {expected} and say what to do. */
public enum Kind {
    // definitions
    DEFINITION_SYNTAX(
            ERROR, "Not readable as YAML", "The definition cannot be read as YAML: {found}. Expected {expected}."),
    UNKNOWN_KEY(ERROR, "Unknown key", "The key \"{found}\" means nothing here. Expected {expected}."),
    MISSING_KEY(ERROR, "Missing key", "The key {expected} is missing in {found}. Add it."),
    WRONG_VALUE(ERROR, "Wrong value", "\"{found}\" cannot stand here. Expected {expected}."),
    UNKNOWN_REFERENCE(ERROR, "Unknown name", "\"{found}\" is not defined. Expected {expected}."),
    MARGINS_DISAGREE(
            ERROR,
            "Margins disagree",
            "The margins under rake add up to different totals: {found}. Expected {expected}: correct them."),
    DUPLICATE_ID(ERROR, "Two alike", "{found} have the same id. Expected {expected}."),

    // receiving
    UNMATCHED_FILE(
            WARNING,
            "No survey claims the file",
            "No definition claims this file; it was not read. Add its name to a delivery block's files: {expected}."),
    FILE_CLAIMED_TWICE(
            ERROR,
            "Two blocks claim the file",
            "Both {found} claim this file. Expected {expected}: make the patterns narrower."),
    SLOT_CONFLICT(
            ERROR,
            "Two files in one slot",
            "Two different files claim the same survey, block, wave and part: {found}. Expected {expected}."),
    FILE_CHANGING(
            WARNING,
            "File still changing",
            "The file changed while it was read ({found}); it is left for the next run. Expected {expected}."),
    FILE_UNREADABLE(
            ERROR, "File cannot be read", "The file cannot be read: {found}. Expected {expected}: put one there."),
    SOURCE_GONE(
            WARNING,
            "Source no longer there",
            "{found} is no longer in input/ and cannot be read again; the figures read earlier stay. Put the file"
                    + " back: {expected}."),
    MISSING_PART(
            ERROR,
            "Part of a wave is missing",
            "The wave lacks {expected}; found {found}. The wave is not published until it is complete."),
    WAVE_INCOMPLETE(
            ERROR,
            "Wave partly rejected",
            "It is read together with another file that was rejected or is gone ({found}), so it waits. Expected {expected}."),
    WAVE_NOT_FOUND(
            ERROR,
            "No wave found",
            "No wave can be read from {found}. Expected {expected}: say in the block where the wave stands."),
    WAVE_NOT_EXPECTED(
            ERROR,
            "Wave outside the block",
            "The wave {found} is not one of the block's waves. Expected {expected}: correct the file, or add the wave"
                    + " to the block."),
    WAVES_OVERLAP(
            ERROR,
            "Two waves claim one period",
            "The waves {found} claim the same period. Expected {expected}: correct them, or the definition's periods."),
    REPEATED_WAVE(
            ERROR,
            "Figures delivered twice",
            "A figure stands in two files: {found}. Expected {expected}; say \"cumulative: true\" if later files"
                    + " repeat earlier waves."),

    // reading files
    EMPTY_FILE(ERROR, "Empty file", "The file holds nothing to read ({found}). Expected {expected}: ask for it again."),
    UNKNOWN_FORMAT(
            ERROR, "Not a spreadsheet", "The content is {found}. Expected {expected}: save it as .xlsx or .csv."),
    WRONG_EXTENSION(
            WARNING,
            "Wrong file ending",
            "The content is {found} although the name says {expected}; it was read by its content."),
    UNSUPPORTED_FORMAT(
            ERROR, "Format not read", "The file is {found}, which is not read. Expected {expected}: save it as .xlsx."),
    ENCRYPTED(
            ERROR,
            "Encrypted",
            "The file is protected by a password ({found}). Expected {expected}: save it without one."),
    DAMAGED(ERROR, "Damaged file", "The file is damaged: {found}. Expected {expected}: ask for it again."),
    TOO_LARGE(
            ERROR,
            "Over a bound",
            "The file goes over a bound: {found}. Expected {expected}: leave out what is not needed, split it, or raise the bound."),
    BAD_ENCODING(
            ERROR,
            "Encoding",
            "The text is not valid in its encoding: {found}. Expected {expected}: declare encoding in the block."),
    AMBIGUOUS_FORMAT(
            ERROR,
            "Delimiter not known",
            "The delimiter cannot be told: {found}. Expected {expected}: declare delimiter in the block."),
    UNEVEN_RECORD(
            ERROR,
            "Record of the wrong length",
            "The record has {found}. Expected {expected}: mend the line, or declare delimiter and quote in the block."),
    UNBALANCED_QUOTE(ERROR, "Quote not closed", "A quoted field does not end properly: {found}. Expected {expected}."),
    SHEET_NOT_FOUND(
            ERROR,
            "Sheet not found",
            "There is no sheet {expected}; the file has {found}. Name the sheet under sheets."),
    HIDDEN_CONTENT(
            ERROR,
            "Hidden content",
            "Something that has content is hidden: {found}. Expected {expected}: show it, delete it, or name it under"
                    + " accept."),
    FORMULA_WITHOUT_VALUE(
            ERROR,
            "Formula without a value",
            "The formula was never calculated: {found}. Expected {expected}: open and save the file in a spreadsheet"
                    + " program."),
    ERROR_VALUE(
            ERROR,
            "Error value",
            "The cell holds the error {found}. Expected {expected}: mend the formula and save the file again."),

    // reading layouts
    NOTHING_READ(
            ERROR,
            "Nothing read",
            "Nothing was read: {found}. Expected {expected}: see whether the block's layout is that of the file."),
    PLACE_NOT_FOUND(
            ERROR, "Place not found", "Not found: {expected}; there is {found}. Say in the block where it stands."),
    COLUMN_MISSING(
            ERROR,
            "Column missing",
            "The column {expected} is missing; the header has {found}. Name the column in the block as the file does, or"
                    + " mend the header."),
    COLUMN_DOUBLED(
            ERROR,
            "Column doubled",
            "The header {found} stands more than once. Expected {expected}: rename or remove the other column."),
    UNKNOWN_QUESTION(
            ERROR,
            "Unknown question",
            "The question \"{found}\" is not in the codebook. Expected {expected}, or its name under ignore."),
    UNKNOWN_ITEM(
            ERROR,
            "Unknown item",
            "The item \"{found}\" is not in the codebook. Expected {expected}, or its name under ignore."),
    UNKNOWN_ANSWER(
            ERROR,
            "Unknown answer",
            "The answer \"{found}\" is not in the codebook. Expected {expected}; or add it there, as a text under as,"
                    + " or to the block's spellings."),
    UNKNOWN_GROUP(
            ERROR,
            "Unknown group",
            "The group \"{found}\" is not in the codebook. Expected {expected}; or add it there, as a text under as,"
                    + " or to the block's spellings."),
    TEXT_WITHOUT_FIGURES(
            ERROR,
            "Text without figures",
            "\"{found}\" stands where figures were expected. Expected {expected}; if it is a heading or a footnote,"
                    + " name it under ignore."),
    UNKNOWN_MARK(
            ERROR,
            "Unknown mark",
            "The mark \"{found}\" at a figure is not explained. Expected {expected} under marks."),
    BAD_NUMBER(
            ERROR,
            "Not a number",
            "\"{found}\" is not a number. Expected {expected}; if it stands for none, name it under missing or marks."),
    AMBIGUOUS_NUMBER(
            ERROR,
            "Ambiguous number",
            "\"{found}\" reads differently by locale. Expected {expected}: declare locale in the block."),
    IMPOSSIBLE_PERCENTAGE(
            ERROR,
            "Impossible percentage",
            "{found} is no percentage. Expected {expected}; say \"figures: fraction\" or \"figures: number\" if it is"
                    + " meant so."),
    SHARES_DO_NOT_ADD_UP(
            ERROR,
            "Shares do not add up",
            "The shares add up to {found}. Expected {expected}; say \"sum: any\" if they are not meant to."),
    CONTRADICTING_BASES(
            ERROR,
            "Bases contradict",
            "The bases contradict: {found}. Expected {expected}: ask whoever made the file which is right."),
    CONTRADICTING_FIGURES(
            ERROR,
            "Figures contradict",
            "The same figure stands twice with different values: {found}. Expected {expected}: ask whoever made the"
                    + " file which is right."),
    DOUBLED_FIGURE(
            ERROR,
            "Figure doubled",
            "The figure stands twice: {found}. Expected {expected}; say \"repeated: same\" if it is meant to."),
    BAD_WEIGHT(ERROR, "Bad weight", "The weight \"{found}\" cannot be used. Expected {expected}: mend the file."),
    BAD_SIZE(ERROR, "Bad size", "The size \"{found}\" cannot be used. Expected {expected}: mend the file."),
    ZERO_WEIGHT(
            WARNING,
            "Weights of zero",
            "{found} have weight 0 and were left out. Expected {expected}; nothing needs to be done if that is meant."),
    MISSING_DESIGN(
            ERROR,
            "Design missing",
            "The row has no {expected}; found {found}. Fill it in, or leave the design out of the definition."),
    REPEATED_ID(
            ERROR,
            "Respondent twice",
            "The respondent {found} stands twice in one wave. Expected {expected}: take one of the rows out."),
    ANSWER_NOT_ASKED(
            ERROR,
            "Answer to a question not asked",
            "\"{found}\" stands where the question was not asked. Expected {expected}: mend the file, or the"
                    + " question's \"asked when\"."),
    POPULATION_TOO_SMALL(
            ERROR,
            "Sample larger than population",
            "The population is smaller than the sample: {found}. Expected {expected}: correct population in the"
                    + " design."),
    PSU_IN_TWO_STRATA(
            ERROR,
            "Sampling unit in two strata",
            "The primary sampling unit {found}. Expected {expected}: mend the file, or leave \"nested: false\" out of the"
                    + " design if labels start anew in every stratum."),
    MARGIN_INCOMPLETE(
            ERROR,
            "Margin incomplete",
            "The margins that weights are raked to say nothing of \"{found}\". Expected {expected}: add it under rake,"
                    + " or mend the file."),
    MARGIN_EMPTY(
            ERROR,
            "Nobody in a margin's group",
            "Nobody with a weight is {found}, of which rake gives a population. Expected {expected}: join it with"
                    + " another group, or take it out."),
    RAKING_DIVERGED(
            ERROR,
            "Raking does not converge",
            "The weights cannot be raked to the margins: {found}. Expected {expected}: join small groups, or rake to"
                    + " fewer margins."),
    ANSWERS_CHANGED(
            ERROR,
            "Answers changed",
            "The answers are not those of the wave before: {found}. Expected {expected}. Figures from that wave on are"
                    + " left out until breaks says what it is: {wave: {questions: [...]}} or {wave: same}."),
    PUBLISHED_DIFFERS(
            WARNING,
            "Printed and computed figures differ",
            "The table prints {found}; the respondents give {expected}. Find out which is right and mend that file;"
                    + " the table's \"from\" says which one is published."),
    NO_FIGURES(
            WARNING,
            "Table without figures",
            "The table {found} is published without a single figure. Expected {expected}: see whether the deliveries hold them, or change the table in the definition."),
    MISSING_TRANSLATION(
            WARNING,
            "Translation missing",
            "There is no text in {expected} for {found}; another language is shown instead. Write it in the"
                    + " definition.");

    private final Severity severity;
    private final String title;
    private final String template;

    Kind(Severity severity, String title, String template) {
        this.severity = severity;
        this.title = title;
        this.template = template;
    }

    /** Stable code, as in {@code problems.csv}: {@code unknown-answer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    public String title() {
        return title;
    }

    public String template() {
        return template;
    }
}
