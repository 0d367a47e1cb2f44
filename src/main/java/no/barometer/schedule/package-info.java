/** One long-running process that runs by timetable and when files come, with health and metrics. */
@NullMarked
package no.barometer.schedule;

import org.jspecify.annotations.NullMarked;
