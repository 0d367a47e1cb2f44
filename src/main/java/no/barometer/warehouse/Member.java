package no.barometer.warehouse;

/**
 * A natural key within a survey.
 *
 * @param parent question of an item or answer, breakdown of a group, empty for a question
 */
record Member(String parent, String id) {
    /** A record's own takes several times as long, for each figure. */
    @Override
    public int hashCode() {
        return parent.hashCode() * 31 + id.hashCode();
    }

    static Member question(String id) {
        return new Member("", id);
    }
}
