package no.barometer.warehouse;

/**
 * A natural key within a survey.
 *
 * @param parent question of an item or answer, breakdown of a group, empty for a question
 */
record Member(String parent, String id) {
    static Member question(String id) {
        return new Member("", id);
    }
}
