/** Builds the deliveries that are shipped in {@code input/}. */
@NullMarked
package no.barometer.shipped;

import org.jspecify.annotations.NullMarked;
