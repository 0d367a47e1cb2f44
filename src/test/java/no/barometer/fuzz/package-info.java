/** Damaged deliveries and definitions by the thousand: none may do more than be refused. */
@NullMarked
package no.barometer.fuzz;

import org.jspecify.annotations.NullMarked;
