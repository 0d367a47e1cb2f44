@NullMarked
package no.barometer.job;

import org.jspecify.annotations.NullMarked;
