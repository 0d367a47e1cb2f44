package no.barometer.trend;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A made-up population that is known to the last person, and samples of it: five parts of the country with municipalities,
 * whose people think somewhat alike.
 */
final class Country {
    private static final int PARTS = 5;
    private static final int MUNICIPALITIES = 60;
    private static final int[] SAMPLED = {8, 6, 6, 6, 6};
    private static final int IN_EACH = 10;
    private static final int ALONE = 250;
    private static final int[] OF_PART = {60, 45, 40, 30, 25};

    private final List<List<List<Person>>> people = new ArrayList<>();
    private final List<Person> everybody = new ArrayList<>();

    /**
     * One person.
     *
     * @param chance relative to others' of being drawn: young people are harder to reach
     */
    record Person(double chance, boolean woman, int trust, boolean uses, int hours) {}

    Country(SplittableRandom random) {
        for (int part = 0; part < PARTS; part++) {
            List<List<Person>> places = new ArrayList<>();
            for (int place = 0; place < MUNICIPALITIES; place++) {
                double lean = (random.nextDouble() - .5) * .2 + .03 * part;
                List<Person> here = new ArrayList<>();
                int size = 80 + random.nextInt(120);
                for (int i = 0; i < size; i++) {
                    here.add(person(random, lean));
                }
                places.add(here);
                everybody.addAll(here);
            }
            people.add(places);
        }
    }

    private static Person person(SplittableRandom random, double lean) {
        boolean young = random.nextDouble() < .35;
        boolean woman = random.nextDouble() < .51;
        double position = random.nextDouble() + lean + (young ? -.05 : 0);
        int trust = position < .15 ? 1 : position < .38 ? 2 : position < .66 ? 3 : position < .92 ? 4 : 5;
        boolean uses = random.nextDouble() < (young ? .85 : .6) + lean;
        int hours = (int) (10 * random.nextDouble() * (young ? 2 : 1));
        return new Person(young ? .6 : 1, woman, trust, uses, hours);
    }

    List<Person> everybody() {
        return everybody;
    }

    /** Municipalities of each part, then people of each municipality, as a trust barometer draws them. */
    void clusters(String wave, SplittableRandom random, List<String> lines) {
        for (int part = 0; part < PARTS; part++) {
            for (int draw = 1; draw <= SAMPLED[part]; draw++) {
                List<Person> here = people.get(part).get(random.nextInt(MUNICIPALITIES));
                double chances = chances(here);
                for (int i = 0; i < IN_EACH; i++) {
                    Person person = drawn(here, random);
                    double weight = chances / person.chance() / SAMPLED[part] / IN_EACH;
                    lines.add(line(wave, weight, "p" + part, String.valueOf(draw), person));
                }
            }
        }
    }

    /** People of the whole country by their chance of being reached. */
    void alone(String wave, SplittableRandom random, List<String> lines) {
        for (int i = 0; i < ALONE; i++) {
            Person person = drawn(everybody, random);
            lines.add(line(wave, 1 / person.chance(), "", "", person));
        }
    }

    /** A register of the first municipality or two of each part, some of them drawn without replacement. */
    void register(String wave, SplittableRandom random, List<String> lines) {
        for (int part = 0; part < PARTS; part++) {
            List<Person> all = new ArrayList<>(registered(part));
            for (int i = 0; i < OF_PART[part]; i++) {
                Person person = all.remove(random.nextInt(all.size()));
                lines.add(line(wave, (double) registered(part).size() / OF_PART[part], "p" + part, "", person));
            }
        }
    }

    List<Person> registered(int part) {
        return people.get(part).get(0);
    }

    /** Everybody in the register. */
    List<Person> registered() {
        List<Person> all = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            all.addAll(registered(part));
        }
        return all;
    }

    /** Sizes of the register by stratum, as a definition says them. */
    String population() {
        List<String> sizes = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            sizes.add("p" + part + ": " + registered(part).size());
        }
        return "{" + String.join(", ", sizes) + "}";
    }

    private static double chances(List<Person> some) {
        return some.stream().mapToDouble(Person::chance).sum();
    }

    private static Person drawn(List<Person> some, SplittableRandom random) {
        Person person = some.get(random.nextInt(some.size()));
        while (random.nextDouble() >= person.chance()) {
            person = some.get(random.nextInt(some.size()));
        }
        return person;
    }

    private static String line(String wave, double weight, String stratum, String psu, Person person) {
        return wave + "," + Math.round(weight * 1e6) / 1e6 + "," + stratum + "," + psu + ","
                + (person.woman() ? "f" : "m") + "," + person.trust() + "," + (person.uses() ? 1 : 0) + ","
                + person.hours();
    }
}
