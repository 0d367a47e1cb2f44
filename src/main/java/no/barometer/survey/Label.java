package no.barometer.survey;

/**
 * A text that stands for an id in a delivery, for questions, items, answers and groups that no codebook declares; and what
 * a delivery says of who was asked a question in a wave.
 *
 * @param kind which dimension
 * @param parent question id of an item, answer or universe, breakdown id of a group, else empty
 * @param id of a universe the wave's
 * @param position where it first stands in the delivery, for the order of publication
 */
public record Label(Kind kind, String parent, String id, String text, long position) {
    /** The dimension a label belongs to. */
    public enum Kind {
        QUESTION,
        ITEM,
        ANSWER,
        BREAKDOWN,
        GROUP,
        UNIVERSE
    }
}
