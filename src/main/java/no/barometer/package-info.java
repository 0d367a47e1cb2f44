@NullMarked
package no.barometer;

import org.jspecify.annotations.NullMarked;
