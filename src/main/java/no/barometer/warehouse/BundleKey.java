package no.barometer.warehouse;

/** Which bundle of which survey. */
public record BundleKey(String survey, String bundle) {
    // looked up for every delivery at every start: a record's own methods are slow until they are compiled
    @Override
    public boolean equals(Object other) {
        return other instanceof BundleKey key && bundle.equals(key.bundle) && survey.equals(key.survey);
    }

    @Override
    public int hashCode() {
        return 31 * survey.hashCode() + bundle.hashCode();
    }
}
