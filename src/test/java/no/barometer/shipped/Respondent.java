package no.barometer.shipped;

import java.util.SplittableRandom;

/**
 * A made-up respondent of the synthetic trust barometer: codes as in the questionnaire, 0 where nothing was answered.
 *
 * @param municipality number within the part of the country; the same numbers come again in each part
 * @param trust answers q4_1 to q4_7: 1 to 5, 8 don't know, 9 no answer
 * @param channels q6_1 to q6_5: 1 used, 0 not; empty for those who do not use social media
 * @param halfHours q7 in half hours; -1 where not asked or not answered
 */
record Respondent(
        int number,
        long weightMillionths,
        int part,
        int municipality,
        int gender,
        int age,
        boolean uses,
        int[] trust,
        int[] channels,
        int halfHours) {
    private static final long SEED = 20120917L;
    private static final double[] PARTS = {.50, .56, .83, .91, 1};
    private static final double[] AGES = {.14, .32, .50, .68, .84, 1};

    /** How far trust in each medium lies from the middle in 2012, and how it moves in a year. */
    private static final double[] LEVEL = {.10, .14, .06, .02, -.08, -.16, -.20};

    private static final double[] TREND = {-.010, -.004, -.012, .004, .002, .006, .008};
    private static final double[] CHANNEL = {.88, .22, .30, .25, .45};
    private static final double[] CHANNEL_TREND = {-.005, .005, -.015, .06, .05};

    /** The same respondent whenever asked. */
    static Respondent of(int year, int index) {
        SplittableRandom random = new SplittableRandom(mix(SEED + year * 100_000L + index));
        int after = year - 2012;
        int part = cut(random.nextDouble(), PARTS);
        int municipality = 1 + random.nextInt(part == 0 ? 16 : 8);
        int gender = random.nextDouble() < .51 ? 0 : 1;
        int age = cut(random.nextDouble(), AGES);
        double spread = random.nextDouble() + random.nextDouble() - 1;
        long weight = Math.round(1e6 * StrictMath.exp(.5 * spread) * (age < 2 ? 1.15 : .93));
        double place = place(year, part, municipality);
        boolean uses = random.nextDouble() < .86 - .11 * age + .035 * after + .3 * place;
        int[] trust = new int[LEVEL.length];
        for (int item = 0; item < trust.length; item++) {
            double lean = LEVEL[item]
                    + TREND[item] * after
                    + place
                    + (item > 4 ? -.02 * age : .01 * age)
                    + (gender == 0 ? .01 : -.01);
            trust[item] = answer(random.nextDouble() + lean, random.nextDouble());
        }
        int[] channels = new int[uses ? CHANNEL.length : 0];
        for (int channel = 0; channel < channels.length; channel++) {
            double chance = CHANNEL[channel] + CHANNEL_TREND[channel] * after - (channel == 3 ? .05 * age : 0);
            channels[channel] = random.nextDouble() < chance ? 1 : 0;
        }
        double hours = random.nextDouble() * random.nextDouble() * (5 + .4 * after - .6 * age);
        int halfHours = !uses || random.nextDouble() < .02 ? -1 : (int) Math.round(2 * hours);
        return new Respondent(
                100_001 + index, weight, part, municipality, gender, age, uses, trust, channels, halfHours);
    }

    private static int answer(double position, double silence) {
        if (silence < .05) {
            return silence < .03 ? 8 : silence < .04 ? 9 : 0;
        }
        return position < .15 ? 1 : position < .38 ? 2 : position < .66 ? 3 : position < .92 ? 4 : 5;
    }

    /** What neighbours share: between -0.1 and 0.1. */
    private static double place(int year, int part, int municipality) {
        return ((mix(SEED ^ ((year * 10L + part) * 100 + municipality)) >>> 11) * 0x1.0p-53 - .5) * .2;
    }

    private static int cut(double share, double[] bounds) {
        int at = 0;
        while (share >= bounds[at]) {
            at++;
        }
        return at;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
