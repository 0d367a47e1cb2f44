@NullMarked
package no.barometer.warehouse;

import org.jspecify.annotations.NullMarked;
