package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folders below {@code output/releases}, each a whole release, and which one is the newest. */
final class Releases {
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2})(?:\\.(\\d{1,9}))?");
    private static final String STAGING = ".staging-";
    private static final Comparator<String> ORDER =
            Comparator.comparing(Releases::period).thenComparingInt(Releases::number);

    private final Path folder;
    private final Latest latest;

    Releases(Path output, boolean links) {
        folder = output.resolve("releases");
        latest = new Latest(output, links);
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Path staging(String name) {
        return folder.resolve(STAGING + name);
    }

    /** All releases, by period and number. */
    List<String> names() throws IOException {
        return folders().stream()
                .filter(name -> ManifestFile.head(path(name)).isPresent())
                .toList();
    }

    /** {@code 2026-11}, or {@code 2026-11.2} and so on where the period has releases already; no name is used twice. */
    String nextName(YearMonth period) throws IOException {
        int highest = folders().stream()
                .filter(name -> period(name).equals(period.toString()))
                .mapToInt(Releases::number)
                .max()
                .orElse(0);
        return highest == 0 ? period.toString() : period + "." + (highest + 1);
    }

    /**
     * The newest release: what {@code latest} leads to, or the whole release that names it as the one before, if a run
     * ended between the two.
     */
    Optional<String> newest() throws IOException {
        Map<String, List<String>> next = new HashMap<>();
        List<String> names = names();
        for (String name : names) {
            ManifestFile.head(path(name))
                    .ifPresent(head -> next.computeIfAbsent(head.previous(), before -> new ArrayList<>())
                            .add(name));
        }
        Optional<String> newest = latest.names().filter(names::contains).or(() -> last(names, next));
        Set<String> seen = new HashSet<>();
        while (newest.isPresent() && seen.add(newest.get())) {
            Optional<String> after = lastWhole(next.getOrDefault(newest.get(), List.of()));
            if (after.isEmpty()) {
                break;
            }
            newest = after;
        }
        return newest;
    }

    /** The name of the release before one; empty for the first, and where there is none of that name. */
    String previous(String name) {
        return ManifestFile.head(path(name)).map(ManifestFile.Head::previous).orElse("");
    }

    /**
     * A release and those before it, the newest first, as far as they are there.
     *
     * @param name of the first of them; empty: none
     * @param most how many
     */
    List<PastRelease> past(String name, int most) throws IOException {
        List<String> names = new ArrayList<>();
        for (String next = name; !next.isEmpty() && names.size() < most; ) {
            names.add(next);
            next = previous(next);
        }
        List<PastRelease> past = new ArrayList<>();
        for (Optional<PastRelease> one : AllCores.make(names.size(), i -> ManifestFile.past(path(names.get(i))))) {
            if (one.isEmpty()) {
                break;
            }
            past.add(one.get());
        }
        return past;
    }

    /** Removes what a run left that ended before its release, and lets {@code latest} lead to the newest. */
    Optional<String> recover() throws IOException {
        Files.createDirectories(folder);
        try (var paths = Files.newDirectoryStream(folder, STAGING + "*")) {
            for (Path leftover : paths) {
                Disk.delete(leftover);
            }
        }
        Optional<String> newest = newest();
        if (newest.isPresent() && !newest.equals(latest.names())) {
            latest.pointTo(path(newest.get()));
        }
        return newest;
    }

    /** Makes a complete staging folder the newest release. */
    void release(String name) throws IOException {
        Disk.syncTree(staging(name));
        adopt(staging(name), name);
    }

    /** Makes a complete folder from elsewhere, which is on the disk for good, the newest release. */
    void adopt(Path complete, String name) throws IOException {
        Disk.move(complete, path(name));
        Disk.sync(folder);
        latest.pointTo(path(name));
    }

    /** Puts a complete staging folder in the place of a release of the same name that is gone. */
    void restore(String name, boolean newest) throws IOException {
        Disk.syncTree(staging(name));
        Disk.move(staging(name), path(name));
        Disk.sync(folder);
        if (newest) {
            latest.pointTo(path(name));
        }
    }

    /** Whether a text can be the name of a release. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private static Optional<String> last(List<String> names, Map<String, List<String>> next) {
        return names.stream().filter(name -> !next.containsKey(name)).reduce((first, second) -> second);
    }

    private Optional<String> lastWhole(List<String> names) throws IOException {
        Optional<String> last = Optional.empty();
        for (String name : names) {
            if (whole(name)) {
                last = Optional.of(name);
            }
        }
        return last;
    }

    private boolean whole(String name) throws IOException {
        Optional<Manifest> manifest = ManifestFile.read(path(name));
        if (manifest.isEmpty()) {
            return false;
        }
        for (Manifest.FileEntry entry : manifest.get().files()) {
            Path file = path(name).resolve(entry.path());
            if (!Files.isRegularFile(file)
                    || !Sha256.of(Files.readAllBytes(file)).equals(entry.sha256())) {
                return false;
            }
        }
        return true;
    }

    private List<String> folders() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(ORDER)
                    .toList();
        }
    }

    private static String period(String name) {
        return name.substring(0, "yyyy-MM".length());
    }

    private static int number(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && matcher.group(2) != null ? Integer.parseInt(matcher.group(2)) : 1;
    }
}
