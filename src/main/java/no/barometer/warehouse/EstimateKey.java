package no.barometer.warehouse;

/** What a published value is of, within a survey: one line of the tidy file. */
record EstimateKey(
        String table,
        String wave,
        String question,
        String item,
        String answer,
        String breakdown,
        String group,
        String measure,
        String baseKind) {
    static EstimateKey of(PublishedEstimate one) {
        return new EstimateKey(
                one.table(),
                one.wave(),
                one.question(),
                one.item(),
                one.answer(),
                one.breakdown(),
                one.group(),
                one.measure(),
                one.baseKind());
    }
}
