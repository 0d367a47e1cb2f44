package no.barometer.warehouse;

/** Which bundle of which survey. */
public record BundleKey(String survey, String bundle) {}
