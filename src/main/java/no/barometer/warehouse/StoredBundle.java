package no.barometer.warehouse;

import java.util.List;

/**
 * A bundle as the warehouse holds it.
 *
 * @param fingerprint what it was made from
 * @param deliveries by block and path
 */
public record StoredBundle(BundleKey key, String fingerprint, List<StoredDelivery> deliveries) {}
