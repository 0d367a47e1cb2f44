@NullMarked
package no.barometer.layout;

import org.jspecify.annotations.NullMarked;
