package no.barometer.trend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One question in one wave as the withholding sees it, made up of people.
 *
 * @param names what each line is of
 */
record MadeUpQuestion(double[] counts, List<Linear> known, List<Disclosure.Line> lines, List<String> names) {

    BitSet withheld(int threshold) {
        return Disclosure.withheld(counts, known, lines, threshold);
    }

    List<String> names(BitSet withheld) {
        return withheld.stream().mapToObj(names::get).toList();
    }

    /**
     * A scale by breakdowns.
     *
     * @param breakdowns number of groups of each
     * @param nobody whether some people are in no group
     * @param missing whether people gave no answer, so that the asked base differs from the valid one
     * @param measures any of {@code asked top net mean} beside the shares
     */
    record Scale(
            int people,
            int items,
            int answers,
            int[] breakdowns,
            boolean nobody,
            boolean missing,
            List<String> measures) {}

    static MadeUpQuestion of(Scale scale, RandomGenerator random) {
        int parts = scale.answers() + 1;
        int groups = 1;
        for (int one : scale.breakdowns()) {
            groups += one + 1;
        }
        int perItem = groups * parts;
        double[] counts = new double[scale.items() * perItem];
        for (int person = 0; person < scale.people(); person++) {
            int[] member = membership(scale, random);
            for (int item = 0; item < scale.items(); item++) {
                boolean silent = scale.missing() && random.nextInt(8) == 0;
                int answer = silent ? scale.answers() : skewed(random, scale.answers());
                for (int group : member) {
                    counts[item * perItem + group * parts + answer]++;
                }
            }
        }
        List<Linear> known = new ArrayList<>();
        List<Disclosure.Line> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int item = 0; item < scale.items(); item++) {
            int start = item * perItem;
            int first = 1;
            for (int size : scale.breakdowns()) {
                for (int part = 0; part < parts; part++) {
                    Linear balance = Linear.sum(start + part);
                    for (int group = first; group <= first + size; group++) {
                        balance = balance.plus(-1, Linear.sum(start + group * parts + part));
                    }
                    known.add(balance);
                }
                first += size + 1;
            }
            for (int group = 0; group < groups; group++) {
                if (item > 0) {
                    known.add(range(start + group * parts, parts).plus(-1, range(group * parts, parts)));
                }
                if (!isNobody(scale, group)) {
                    lines(scale, counts, start + group * parts, "item " + item + " group " + group, lines, names);
                }
            }
        }
        // a breakdown that everybody is in has nobody outside, and all know it
        if (!scale.nobody()) {
            for (int item = 0; item < scale.items(); item++) {
                for (int group = 1; group < groups; group++) {
                    if (isNobody(scale, group)) {
                        for (int part = 0; part < parts; part++) {
                            known.add(Linear.sum(item * perItem + group * parts + part));
                        }
                    }
                }
            }
        }
        return new MadeUpQuestion(counts, known, lines, names);
    }

    /**
     * A multiple-response question that all are shown, by breakdowns that all are in: each option is chosen or not.
     */
    static MadeUpQuestion ofOptions(int people, int options, int[] breakdowns, RandomGenerator random) {
        Scale scale = new Scale(people, options, 2, breakdowns, false, false, List.of());
        MadeUpQuestion each = of(scale, random);
        List<Disclosure.Line> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < each.lines.size(); i += 2) {
            lines.add(each.lines.get(i));
            names.add(each.names.get(i));
        }
        return new MadeUpQuestion(each.counts, each.known, lines, names);
    }

    /** A number, some of them negative, by breakdowns. */
    static MadeUpQuestion ofNumber(int people, int[] breakdowns, boolean nobody, RandomGenerator random) {
        MadeUpQuestion one = of(new Scale(people, 1, 2, breakdowns, nobody, false, List.of()), random);
        double[] counts = one.counts.clone();
        List<Disclosure.Line> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        // the first answer's counts are the people, the second's the sums
        for (int i = 0; i < counts.length; i += 3) {
            counts[i] += counts[i + 1];
            counts[i + 1] = counts[i] == 0 ? 0 : random.nextInt(2000) - 1000;
        }
        int first = 3;
        for (int size : breakdowns) {
            int largest = first;
            double rest = counts[1];
            for (int i = first; i <= first + 3 * size; i += 3) {
                rest -= counts[i + 1];
                largest = counts[i] > counts[largest] ? i : largest;
            }
            counts[largest + 1] += rest;
            first += 3 * (size + 1);
        }
        for (int i = 0; i < one.lines.size(); i += 2) {
            int start = one.lines.get(i).base().variables()[0];
            lines.add(new Disclosure.Line(Linear.sum(start), Linear.sum(start + 1), false));
            names.add(one.names.get(i));
        }
        return new MadeUpQuestion(counts, one.known, lines, names);
    }

    private static void lines(
            Scale scale, double[] counts, int start, String name, List<Disclosure.Line> lines, List<String> names) {
        int answers = scale.answers();
        Linear valid = range(start, answers);
        Linear asked = range(start, answers + 1);
        for (int answer = 0; answer < answers; answer++) {
            add(
                    lines,
                    names,
                    counts,
                    new Disclosure.Line(valid, Linear.sum(start + answer), true),
                    name + " " + answer);
        }
        if (scale.measures().contains("asked")) {
            for (int answer = 0; answer <= answers; answer++) {
                Linear one = Linear.sum(start + answer);
                add(lines, names, counts, new Disclosure.Line(asked, one, true), name + " asked " + answer);
            }
        }
        Linear top = range(start + answers - Math.min(2, answers - 1), Math.min(2, answers - 1));
        if (scale.measures().contains("top")) {
            add(lines, names, counts, new Disclosure.Line(valid, top, true), name + " top");
        }
        if (scale.measures().contains("net")) {
            Linear net = top.plus(-1, Linear.sum(start));
            add(lines, names, counts, new Disclosure.Line(valid, net, false), name + " net");
        }
        if (scale.measures().contains("mean")) {
            Linear sum = Linear.NONE;
            for (int answer = 0; answer < answers; answer++) {
                sum = sum.plus(answer + 1, Linear.sum(start + answer));
            }
            add(lines, names, counts, new Disclosure.Line(valid, sum, false), name + " mean");
        }
    }

    private static void add(
            List<Disclosure.Line> lines, List<String> names, double[] counts, Disclosure.Line line, String name) {
        if (line.base().at(counts) > 0) {
            lines.add(line);
            names.add(name);
        }
    }

    private static Linear range(int start, int size) {
        return Linear.sum(java.util.stream.IntStream.range(start, start + size).toArray());
    }

    private static boolean isNobody(Scale scale, int group) {
        int last = 0;
        for (int one : scale.breakdowns()) {
            last += one + 1;
            if (group == last) {
                return true;
            }
        }
        return false;
    }

    private static int[] membership(Scale scale, RandomGenerator random) {
        int[] member = new int[scale.breakdowns().length + 1];
        int first = 1;
        for (int i = 0; i < scale.breakdowns().length; i++) {
            int size = scale.breakdowns()[i];
            boolean nobody = scale.nobody() && random.nextInt(20) == 0;
            member[i + 1] = first + (nobody ? size : skewed(random, size));
            first += size + 1;
        }
        return member;
    }

    /** Small numbers often, large ones seldom. */
    private static int skewed(RandomGenerator random, int bound) {
        double u = random.nextDouble();
        return (int) (u * u * bound);
    }
}
