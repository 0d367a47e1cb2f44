package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A release read back. It needs no lock: releases never change once they are there. */
public final class ReleaseReader {
    private final Path folder;
    private final Manifest manifest;

    private ReleaseReader(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /** The name of the newest release below {@code output/}; nothing where there is none yet. */
    public static Optional<String> newestName(Path output) throws IOException {
        return new Releases(output, true).newest();
    }

    /** The newest release below {@code output/}; nothing where there is none yet. */
    public static Optional<ReleaseReader> newest(Path output) throws IOException {
        Optional<String> newest = newestName(output);
        return newest.isPresent() ? of(output, newest.get()) : Optional.empty();
    }

    /** A release by name; nothing where there is none of that name. */
    public static Optional<ReleaseReader> of(Path output, String name) throws IOException {
        Releases releases = new Releases(output, true);
        if (!releases.names().contains(name)) {
            return Optional.empty();
        }
        Path folder = releases.path(name);
        return ManifestFile.read(folder).map(manifest -> new ReleaseReader(folder, manifest));
    }

    /** Names of all releases, by period and number. */
    public static List<String> names(Path output) throws IOException {
        return new Releases(output, true).names();
    }

    public String name() {
        return manifest.release();
    }

    public Manifest manifest() {
        return manifest;
    }

    /** What is made of each line of a survey's tidy files, in the order of tables and lines; several files at a time. */
    public <T> List<T> mapped(String survey, Function<TidyLine, T> line) throws IOException {
        List<Manifest.TableEntry> tables =
                manifest.survey(survey).map(Manifest.SurveyEntry::tables).orElse(List.of());
        return AllCores.make(tables.size(), i -> {
                    List<T> made = new ArrayList<>();
                    TidyLine.read(folder.resolve(tables.get(i).path()), read -> made.add(line.apply(read)));
                    return made;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Lines of a table's tidy file.
     *
     * @param filter column to the value it must have; a column left out may have any
     * @return in the file's order; nothing where the release has no such table
     */
    public List<TidyLine> lines(String survey, String table, Map<String, String> filter) throws IOException {
        List<TidyLine> found = new ArrayList<>();
        Optional<Manifest.TableEntry> entry = manifest.survey(survey).flatMap(one -> one.table(table));
        if (entry.isPresent()) {
            TidyLine.read(folder.resolve(entry.get().path()), line -> {
                if (filter.entrySet().stream()
                        .allMatch(want -> line.get(want.getKey()).equals(want.getValue()))) {
                    found.add(line);
                }
            });
        }
        return found;
    }
}
