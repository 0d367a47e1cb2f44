@NullMarked
package no.barometer.publish;

import org.jspecify.annotations.NullMarked;
