/** Real deliveries of others, read and published the whole way, held against the figures their publishers printed. */
package no.barometer.deliveries;
