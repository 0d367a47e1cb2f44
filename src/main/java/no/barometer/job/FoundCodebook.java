package no.barometer.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Label;
import no.barometer.survey.Observation;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;

/** The part of a codebook that deliveries told and the definition does not, as YAML to be pasted into it. */
final class FoundCodebook {
    private static final Set<String> WORDS_OF_YAML =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private final Survey survey;
    private final List<Label> labels;
    private final Collection<Observation> observations;
    private final List<String> lines = new ArrayList<>();

    private FoundCodebook(Survey survey, List<Label> labels, Collection<Observation> observations) {
        this.survey = survey;
        this.labels = labels;
        this.observations = observations;
    }

    /**
     * The lines of the YAML; none where the definition says all.
     *
     * @param labels in the order of publication
     */
    static List<String> lines(Survey survey, List<Label> labels, Collection<Observation> observations) {
        FoundCodebook found = new FoundCodebook(survey, labels, observations);
        found.write();
        return found.lines;
    }

    private void write() {
        Set<String> questions = ids(Label.Kind.QUESTION, Label.Kind.ITEM, Label.Kind.ANSWER);
        if (survey.asDelivered()) {
            observations.forEach(one -> questions.add(one.question()));
        }
        Set<String> breakdowns = ids(Label.Kind.BREAKDOWN, Label.Kind.GROUP);
        if (questions.isEmpty() && breakdowns.isEmpty()) {
            return;
        }
        lines.add("# found for " + survey.id() + ", for jobs/" + survey.file().getFileName());
        heading("questions", questions);
        for (String id : questions) {
            lines.add("  " + key(id) + ":");
            lines.add("    text: " + quoted(question(id)));
            texts("items", Label.Kind.ITEM, id);
            texts("answers", Label.Kind.ANSWER, id);
        }
        heading("breakdowns", breakdowns);
        for (String id : breakdowns) {
            Breakdown declared = survey.breakdowns().get(id);
            lines.add("  " + key(id) + ":");
            lines.add("    text: " + quoted(declared == null ? text(Label.Kind.BREAKDOWN, id) : declared.text()));
            texts("groups", Label.Kind.GROUP, id);
        }
        if (survey.asDelivered() && survey.tables().isEmpty()) {
            tables(questions);
        }
    }

    /** Tables of a codebook hold shares unless they say otherwise; those as delivered hold what was delivered. */
    private void tables(Set<String> questions) {
        if (observations.stream().allMatch(one -> one.measure().equals("share"))) {
            return;
        }
        heading("tables", questions);
        for (String id : questions) {
            String measures = observations.stream()
                    .filter(one -> one.question().equals(id))
                    .map(Observation::measure)
                    .distinct()
                    .collect(Collectors.joining(", "));
            lines.add("  " + key(id) + ": {measure: [" + measures + "], by: all}");
        }
    }

    /** The ids of a dimension, and those that others of the found belong to. */
    private Set<String> ids(Label.Kind dimension, Label.Kind... below) {
        Set<String> ids = new LinkedHashSet<>();
        labels.stream().filter(label -> label.kind() == dimension).forEach(label -> ids.add(label.id()));
        labels.stream()
                .filter(label -> List.of(below).contains(label.kind()))
                .forEach(label -> ids.add(label.parent()));
        return ids;
    }

    private void heading(String name, Set<String> ids) {
        if (!ids.isEmpty()) {
            lines.add(name + ":");
        }
    }

    private void texts(String name, Label.Kind kind, String parent) {
        Set<String> written = new LinkedHashSet<>();
        for (Label label : labels) {
            if (label.kind() == kind && label.parent().equals(parent) && !written.contains(label.id())) {
                if (written.isEmpty()) {
                    lines.add("    " + name + ":");
                }
                written.add(label.id());
                lines.add("      " + key(label.id()) + ": " + quoted(label.text()));
            }
        }
    }

    private Text question(String id) {
        Question declared = survey.questions().get(id);
        if (declared != null) {
            return declared.text();
        }
        Text found = text(Label.Kind.QUESTION, id);
        return id.equals(survey.id()) && found.in(survey.language()).equals(id) ? survey.title() : found;
    }

    private Text text(Label.Kind kind, String id) {
        return Text.of(
                survey.language(),
                labels.stream()
                        .filter(label -> label.kind() == kind && label.id().equals(id))
                        .findFirst()
                        .map(Label::text)
                        .orElse(id));
    }

    private static String key(String id) {
        return id.matches("[a-z][a-z0-9_-]*") && !WORDS_OF_YAML.contains(id) ? id : quoted(id);
    }

    private static String quoted(Text text) {
        if (text.byLanguage().size() == 1) {
            return quoted(text.byLanguage().values().iterator().next());
        }
        return text.byLanguage().entrySet().stream()
                .map(one -> one.getKey() + ": " + quoted(one.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** In double quotes, where only backslash, quote and what does not print need care. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || c == '\ufeff') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
