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
        for (int i = 0; i < observations.size(); i++) {
            Observation one = observations.get(i);
            if (i > 0 && sameSubject(observations.get(i - 1), one)) {
                Keys before = keys.get(i - 1);
                int group = groups.key(new Member(one.breakdown(), one.group()));
                keys.add(new Keys(before.wave(), before.question(), before.item(), before.answer(), group));
            } else {
                keys.add(keys(one.wave(), one.question(), one.item(), one.answer(), one.breakdown(), one.group()));
            }
        }
        return keys;
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
            for (int i = 0; i < observations.size(); i++) {
                Observation one = observations.get(i);
                if (i > 0 && sameSubject(observations.get(i - 1), one)) {
                    groups.add(new Member(one.breakdown(), one.group()));
                } else {
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
