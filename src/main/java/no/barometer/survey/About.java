package no.barometer.survey;

/** Who made the figures and about whom; an empty text means: as the survey says. */
public record About(Text publisher, Text population, Text unit, Text mode, Text licence, Text source, Text note) {
    public static final About NOTHING =
            new About(Text.NONE, Text.NONE, Text.NONE, Text.NONE, Text.NONE, Text.NONE, Text.NONE);

    /** This, with what is not said taken from the other. */
    public About or(About other) {
        return new About(
                first(publisher, other.publisher),
                first(population, other.population),
                first(unit, other.unit),
                first(mode, other.mode),
                first(licence, other.licence),
                first(source, other.source),
                first(note, other.note));
    }

    private static Text first(Text mine, Text others) {
        return mine.isEmpty() ? others : mine;
    }
}
