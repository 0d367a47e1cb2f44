@NullMarked
package no.barometer.problem;

import org.jspecify.annotations.NullMarked;
