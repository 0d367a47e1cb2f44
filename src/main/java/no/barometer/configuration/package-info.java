/** What an installation is told: {@code application.yaml}, environment, command line. */
@NullMarked
package no.barometer.configuration;

import org.jspecify.annotations.NullMarked;
