package no.barometer.survey;

import java.util.List;

/**
 * How a wave's weights were raked to population margins.
 *
 * @param margins ids of the breakdowns raked to, in the order of fitting
 * @param rounds times that all margins were fitted
 * @param move the largest move of a cell of the margins' cross-table in the last round, as a share of all of it
 * @param deff Kish's design effect nΣw²/(Σw)² of the raked weights
 * @param smallest factor between raked and delivered weight, 1 being that which only brings their sum to the margins' total
 * @param largest such factor
 */
public record Calibration(
        String wave, List<String> margins, int rounds, double move, double deff, double smallest, double largest) {}
