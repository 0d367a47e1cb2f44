@NullMarked
package no.barometer.cli;

import org.jspecify.annotations.NullMarked;
