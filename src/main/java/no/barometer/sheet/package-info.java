@NullMarked
package no.barometer.sheet;

import org.jspecify.annotations.NullMarked;
