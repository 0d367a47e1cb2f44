@NullMarked
package no.barometer.trend;

import org.jspecify.annotations.NullMarked;
