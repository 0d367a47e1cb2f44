package no.barometer.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.barometer.publish.Manifest;
import no.barometer.publish.ReleaseReader;
import no.barometer.publish.TidyLine;
import no.barometer.warehouse.PublishedEstimate;
import no.barometer.warehouse.Release;
import no.barometer.warehouse.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what releases printed, as their own files say it: a release that was made before the warehouse could take it in,
 * or all of them where the warehouse was lost, are recorded the same way as a new one.
 */
final class Recording {
    private final Path output;
    private final Warehouse warehouse;
    /** By their texts, which are few. */
    private final Map<String, LocalDate> days = new ConcurrentHashMap<>();

    Recording(Path output, Warehouse warehouse) {
        this.output = output;
        this.warehouse = warehouse;
    }

    /** Records the releases that the warehouse does not know, oldest first. */
    void complete() throws IOException {
        for (ReleaseReader release : missing()) {
            record(release);
        }
    }

    private Deque<ReleaseReader> missing() throws IOException {
        String folder = folder();
        List<Release> recorded = List.copyOf(warehouse.releases().values());
        List<String> here = recorded.stream()
                .filter(release -> release.output().equals(folder))
                .map(Release::name)
                .toList();
        ArrayDeque<ReleaseReader> missing = new ArrayDeque<>();
        // a long manifest is not read for its name
        Optional<String> name = ReleaseReader.newestName(output);
        while (name.isPresent() && !here.contains(name.get())) {
            Optional<ReleaseReader> release = ReleaseReader.of(output, name.get());
            release.ifPresent(missing::addFirst);
            // a warehouse that published elsewhere takes in the newest release only: the others are another one's
            boolean others = !recorded.isEmpty() && here.isEmpty();
            name = others ? Optional.empty() : release.map(one -> one.manifest().previous());
        }
        return missing;
    }

    private void record(ReleaseReader release) throws IOException {
        Manifest manifest = release.manifest();
        Set<String> same = printedBefore(manifest);
        List<PublishedEstimate> estimates = new ArrayList<>();
        for (Manifest.SurveyEntry survey : manifest.surveys()) {
            if (!same.contains(survey.id())) {
                estimates.addAll(release.mapped(survey.id(), this::printed));
            }
        }
        Release made = new Release(
                manifest.release(),
                LocalDate.parse(manifest.date()),
                YearMonth.parse(manifest.release().substring(0, "yyyy-MM".length())),
                folder());
        warehouse.recordRelease(made, estimates, same);
    }

    /** Surveys whose figures are, to the byte, those of the release before, where that is the last one recorded. */
    private Set<String> printedBefore(Manifest manifest) throws IOException {
        SortedMap<Integer, Release> recorded = warehouse.releases();
        if (recorded.isEmpty() || manifest.previous().isEmpty()) {
            return Set.of();
        }
        Release last = Objects.requireNonNull(recorded.get(recorded.lastKey()));
        Optional<Manifest> before =
                last.name().equals(manifest.previous()) && last.output().equals(folder())
                        ? ReleaseReader.of(output, manifest.previous()).map(ReleaseReader::manifest)
                        : Optional.empty();
        if (before.isEmpty() || before.get().withdrawn() != null) {
            return Set.of();
        }
        Map<String, List<List<String>>> printed = new HashMap<>();
        before.get().surveys().forEach(survey -> printed.put(survey.id(), tables(survey)));
        return manifest.surveys().stream()
                .filter(survey -> tables(survey).equals(printed.get(survey.id())))
                .map(Manifest.SurveyEntry::id)
                .collect(Collectors.toSet());
    }

    private static List<List<String>> tables(Manifest.SurveyEntry survey) {
        return survey.tables().stream()
                .map(table -> List.of(table.id(), table.sha256()))
                .toList();
    }

    private String folder() {
        return output.toAbsolutePath().normalize().toString();
    }

    private PublishedEstimate printed(TidyLine line) {
        return new PublishedEstimate(
                line.get("survey"),
                line.get("table"),
                line.wave(),
                days.computeIfAbsent(line.get("period_start"), LocalDate::parse),
                line.get("question"),
                line.get("item"),
                line.get("answer"),
                line.get("breakdown"),
                line.get("group"),
                line.get("measure"),
                line.get("base_kind"),
                number(line.value()),
                line.get("unit"),
                number(line.get("std_error")),
                number(line.get("ci_low")),
                number(line.get("ci_high")),
                number(line.get("base")),
                number(line.get("effective_base")),
                number(line.get("change")),
                number(line.get("change_p_value")),
                line.get("obs_status"),
                line.get("conf_status"),
                line.get("method"),
                line.get("source"));
    }

    private static @Nullable Double number(String text) {
        return text.isEmpty() ? null : Double.valueOf(text);
    }
}
