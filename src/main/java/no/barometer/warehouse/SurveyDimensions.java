package no.barometer.warehouse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import no.barometer.survey.Observation;
import no.barometer.survey.Totals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** All dimensions of one survey. */
final class SurveyDimensions {
    final int surveyKey;
    final WaveDimension waves;
    final Dimension questions;
    final Dimension items;
    final Dimension answers;
    final Dimension groups;

    SurveyDimensions(JdbcTemplate jdbc, int surveyKey) {
        this.surveyKey = surveyKey;
        this.waves = new WaveDimension(jdbc, surveyKey);
        this.questions = new Dimension(jdbc, "question", surveyKey);
        this.items = new Dimension(jdbc, "item", surveyKey);
        this.answers = new Dimension(jdbc, "answer", surveyKey);
        this.groups = new Dimension(jdbc, "breakdown_group", surveyKey);
    }

    /** What a fact is about, in keys. */
    record Keys(
            int wave,
            int question,
            @Nullable Integer item,
            @Nullable Integer answer,
            int group) {}

    Keys keys(String wave, String question, String item, String answer, String breakdown, String group) {
        return new Keys(
                waves.key(wave),
                questions.key(Member.question(question)),
                items.optionalKey(new Member(question, item)),
                answers.optionalKey(new Member(question, answer)),
                groups.key(new Member(breakdown, group)));
    }

    /** One for each; most are about the same as the one before, but for their group. */
    List<Keys> keys(List<Observation> observations) {
        List<Keys> keys = new ArrayList<>(observations.size());
        Groups same = new Groups(observations);
        for (int i = 0; i < observations.size(); i++) {
            Observation one = observations.get(i);
            boolean sameSubject = i > 0 && sameSubject(observations.get(i - 1), one);
            int alike = same.before(i, sameSubject);
            if (sameSubject) {
                Keys before = keys.get(i - 1);
                int group = alike < 0
                        ? groups.key(new Member(one.breakdown(), one.group()))
                        : keys.get(alike).group();
                keys.add(new Keys(before.wave(), before.question(), before.item(), before.answer(), group));
            } else {
                keys.add(keys(one.wave(), one.question(), one.item(), one.answer(), one.breakdown(), one.group()));
            }
        }
        return keys;
    }

    /** Where the same group stood last: most tables name the same groups in the same order for each subject. */
    private static final class Groups {
        private final List<Observation> observations;
        private int subject;
        private int subjectBefore;

        Groups(List<Observation> observations) {
            this.observations = observations;
        }

        /** An earlier index, or a negative one where none is known; for each index in turn. */
        int before(int index, boolean sameSubject) {
            if (!sameSubject) {
                subjectBefore = subject;
                subject = index;
            }
            int earlier = subjectBefore + index - subject;
            if (earlier >= subject) {
                return -1;
            }
            Observation one = observations.get(index);
            Observation other = observations.get(earlier);
            return one.group().equals(other.group()) && one.breakdown().equals(other.breakdown()) ? earlier : -1;
        }
    }

    private static boolean sameSubject(Observation one, Observation other) {
        return one.question().equals(other.question())
                && one.item().equals(other.item())
                && one.answer().equals(other.answer())
                && one.wave().equals(other.wave());
    }

    void ensure(Named named) {
        questions.ensure(named.questions);
        items.ensure(named.items);
        answers.ensure(named.answers);
        groups.ensure(named.groups);
    }

    /** The members that some facts name, each once. */
    static final class Named {
        private final Set<Member> questions = new LinkedHashSet<>();
        private final Set<Member> items = new HashSet<>();
        private final Set<Member> answers = new HashSet<>();
        private final Set<Member> groups = new HashSet<>();

        Named add(String question, String item, String answer, String breakdown, String group) {
            questions.add(Member.question(question));
            groups.add(new Member(breakdown, group));
            if (!item.isEmpty()) {
                items.add(new Member(question, item));
            }
            if (!answer.isEmpty()) {
                answers.add(new Member(question, answer));
            }
            return this;
        }

        Named observations(List<Observation> observations) {
            Groups same = new Groups(observations);
            for (int i = 0; i < observations.size(); i++) {
                Observation one = observations.get(i);
                boolean sameSubject = i > 0 && sameSubject(observations.get(i - 1), one);
                int alike = same.before(i, sameSubject);
                if (sameSubject && alike < 0) {
                    groups.add(new Member(one.breakdown(), one.group()));
                } else if (!sameSubject) {
                    add(one.question(), one.item(), one.answer(), one.breakdown(), one.group());
                }
            }
            return this;
        }

        Named totals(List<Totals> totals) {
            totals.forEach(one -> add(one.question(), one.item(), one.option(), one.breakdown(), one.group()));
            return this;
        }
    }
}
