/** Files as they should not be, through the whole program. */
@org.jspecify.annotations.NullMarked
package no.barometer.hostile;
