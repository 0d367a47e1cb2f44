/** Writes and reads facts: a star schema in H2 or PostgreSQL, replaced by bundle, whole or not at all. */
@NullMarked
package no.barometer.warehouse;

import org.jspecify.annotations.NullMarked;
