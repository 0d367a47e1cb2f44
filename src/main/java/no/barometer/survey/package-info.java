@NullMarked
package no.barometer.survey;

import org.jspecify.annotations.NullMarked;
