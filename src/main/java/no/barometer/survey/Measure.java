package no.barometer.survey;

import java.util.List;

/** What is published of a question's answers. */
public sealed interface Measure {
    /** As in the tidy file: {@code share top-2 net mean value}. */
    String code();

    /** The share of each answer; of the named ones only, if any are named. */
    record Share(List<String> answers) implements Measure {
        @Override
        public String code() {
            return "share";
        }
    }

    /** The share of the {@code count} highest answers together. */
    record Top(int count) implements Measure {
        @Override
        public String code() {
            return "top-" + count;
        }
    }

    /** The share of the positive answers less that of the negative ones. */
    record Net(List<String> positive, List<String> negative) implements Measure {
        @Override
        public String code() {
            return "net";
        }
    }

    /** The mean of a number, or of the answers' numbers on the scale. */
    record Mean() implements Measure {
        @Override
        public String code() {
            return "mean";
        }
    }

    /** A plain value as delivered. */
    record Value() implements Measure {
        @Override
        public String code() {
            return "value";
        }
    }
}
