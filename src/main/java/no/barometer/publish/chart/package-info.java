/** Pictures: what one shows, where everything stands in it, and its bytes as SVG and PNG. */
@org.jspecify.annotations.NullMarked
package no.barometer.publish.chart;
