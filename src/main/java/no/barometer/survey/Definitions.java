package no.barometer.survey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;

/** Reads definitions. Each throws {@link BadDefinition} with all faults of all the files it was to read. */
public final class Definitions {
    private static final List<String> ENDINGS = List.of(".yaml", ".yml");

    private Definitions() {}

    /**
     * What came of a file.
     *
     * @param survey nothing where there are problems
     */
    private record Read(Optional<Survey> survey, List<Problem> problems) {}

    /** All surveys of a folder, its subfolders left out, sorted by id. */
    public static List<Survey> read(Path jobs) {
        List<Problem> problems = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        Map<String, Path> byId = new HashMap<>();
        for (Path file : files(jobs)) {
            if (!Links.stayWithin(jobs, file)) {
                problems.add(Problem.of(
                                Kind.FILE_UNREADABLE,
                                Location.of(delivery(file)),
                                "a link that leads out of the folder",
                                "a file in the folder")
                        .in(id(file)));
                continue;
            }
            Path before = byId.putIfAbsent(id(file), file);
            if (before == null) {
                files.add(file);
            } else {
                problems.add(Problem.of(
                                Kind.DUPLICATE_ID,
                                Location.of(delivery(file)),
                                before.getFileName() + " and " + file.getFileName(),
                                "one file for a survey")
                        .in(id(file)));
            }
        }
        return surveys(files.parallelStream().map(Definitions::one).toList(), problems);
    }

    /** The survey of an id. */
    public static Survey read(Path jobs, String survey) {
        List<Path> files = files(jobs);
        Optional<Path> file =
                files.stream().filter(one -> id(one).equals(survey)).findFirst();
        if (file.isEmpty()) {
            String expected = Labels.expected(
                    survey, files.stream().map(Definitions::id).distinct().toList());
            throw new BadDefinition(
                    List.of(Problem.of(Kind.UNKNOWN_REFERENCE, Location.of(name(jobs)), survey, expected)
                            .in(survey)));
        }
        return readFile(file.get());
    }

    /** The survey of a file. */
    public static Survey readFile(Path file) {
        return surveys(List.of(one(file)), List.of()).get(0);
    }

    private static Read one(Path file) {
        Faults faults = new Faults(delivery(file), id(file));
        DefinitionFile definition = new DefinitionFile(file, faults);
        Optional<Survey> survey =
                definition.read().map(root -> new SurveyReader(definition, file, id(file)).read(root));
        return new Read(survey.filter(read -> faults.isEmpty()), faults.sorted());
    }

    /** @throws BadDefinition if there are problems, of files or besides */
    private static List<Survey> surveys(List<Read> files, List<Problem> besides) {
        List<Problem> problems = Stream.concat(
                        besides.stream(), files.stream().flatMap(file -> file.problems().stream()))
                .sorted()
                .toList();
        if (!problems.isEmpty()) {
            throw new BadDefinition(problems);
        }
        return files.stream()
                .flatMap(file -> file.survey().stream())
                .sorted(Comparator.comparing(Survey::id))
                .toList();
    }

    private static List<Path> files(Path jobs) {
        try (Stream<Path> files = Files.list(jobs)) {
            return files.filter(file -> ENDINGS.stream()
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (IOException bad) {
            throw new BadDefinition(List.of(Problem.of(
                    Kind.FILE_UNREADABLE,
                    Location.of(name(jobs)),
                    String.valueOf(bad.getMessage()),
                    "a folder of definitions")));
        }
    }

    private static String id(Path file) {
        String name = name(file);
        return name.substring(0, name.lastIndexOf('.') < 0 ? name.length() : name.lastIndexOf('.'));
    }

    private static String delivery(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || folder.getFileName() == null ? name(file) : name(folder) + "/" + name(file);
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
