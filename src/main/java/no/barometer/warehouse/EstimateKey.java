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
    /** Of what tells most values apart: a record's own takes several times as long, for each figure. */
    @Override
    public int hashCode() {
        int what = ((table.hashCode() * 31 + wave.hashCode()) * 31 + item.hashCode()) * 31 + answer.hashCode();
        return (what * 31 + group.hashCode()) * 31 + measure.hashCode();
    }

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
