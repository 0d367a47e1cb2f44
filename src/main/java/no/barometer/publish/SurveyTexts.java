package no.barometer.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import no.barometer.publish.Manifest.SurveyEntry;
import org.jspecify.annotations.Nullable;

/**
 * The surveys of a manifest as they stand in its file, with all their deliveries: told on another thread while the rest of
 * a release is made. A survey that is taken over from the release before is told in the words of that one's manifest.
 */
final class SurveyTexts {
    private static final byte[] KEY = ascii("\n  \"surveys\" : [\n");
    private static final byte[] END = ascii("\n  ]");
    private static final Part NEXT = new Part(ascii(",\n"));
    private static final byte[] NONE = ascii("\n  \"surveys\" : [ ]");

    private final @Nullable Path folder;
    private final @Nullable Manifest before;
    private @Nullable ForkJoinTask<List<Part>> task;

    /** A manifest of nothing else. */
    private record Alone(List<SurveyEntry> surveys) {}

    /** Lines of a file: a survey's, or what stands between them. */
    private static final class Part {
        private final byte[] file;
        private final int from;
        private final int to;

        Part(byte[] file, int from, int to) {
            this.file = file;
            this.from = from;
            this.to = to;
        }

        Part(byte[] all) {
            this(all, 0, all.length);
        }

        int length() {
            return to - from;
        }

        void addTo(ByteBuffer out) {
            out.put(file, from, length());
        }

        boolean isOf(SurveyEntry survey) {
            return startsWith(ascii("    {\n      \"id\" : \"" + survey.id() + "\",\n"), file, from);
        }
    }

    /**
     * @param folder of the release before; null for the first release
     * @param before its manifest
     */
    SurveyTexts(@Nullable Path folder, @Nullable Manifest before) {
        this.folder = folder;
        this.before = before;
    }

    void begin(List<SurveyEntry> surveys) {
        List<SurveyEntry> all = List.copyOf(surveys);
        task = ForkJoinPool.commonPool().submit(() -> tell(all));
    }

    /** A whole manifest, of which these are the surveys. */
    byte[] within(Manifest manifest) {
        byte[] rest = ManifestFile.bytes(manifest.withSurveys(List.of()));
        // a text holds no line end, and what lies deeper stands further to the right
        int at = find(NONE, rest);
        List<Part> told = Objects.requireNonNull(task, "not begun").join();
        int length = told.stream().mapToInt(Part::length).sum();
        ByteBuffer whole = ByteBuffer.allocate(rest.length - NONE.length + length);
        whole.put(rest, 0, at);
        told.forEach(part -> part.addTo(whole));
        whole.put(rest, at + NONE.length, rest.length - at - NONE.length);
        return whole.array();
    }

    private List<Part> tell(List<SurveyEntry> surveys) {
        if (surveys.isEmpty()) {
            return List.of(new Part(NONE));
        }
        IdentityHashMap<SurveyEntry, Part> kept = kept();
        List<Part> told = new ArrayList<>();
        Part between = new Part(KEY);
        for (SurveyEntry survey : surveys) {
            told.add(between);
            Part part = kept.get(survey);
            told.add(part == null ? fresh(survey) : part);
            between = NEXT;
        }
        told.add(new Part(END));
        return told;
    }

    private static Part fresh(SurveyEntry survey) {
        byte[] alone = Json.bytes(new Alone(List.of(survey)));
        return new Part(alone, "{".length() + KEY.length, alone.length - END.length - "\n}\n".length());
    }

    /** What the manifest before says of each of its surveys; nothing where it was written in another manner. */
    private IdentityHashMap<SurveyEntry, Part> kept() {
        IdentityHashMap<SurveyEntry, Part> kept = new IdentityHashMap<>();
        if (folder == null || before == null) {
            return kept;
        }
        List<Part> parts;
        try {
            parts = parts(Files.readAllBytes(folder.resolve(ManifestFile.NAME)));
        } catch (IOException gone) {
            return kept;
        }
        if (parts.size() != before.surveys().size()) {
            return kept;
        }
        for (int i = 0; i < parts.size(); i++) {
            SurveyEntry survey = before.surveys().get(i);
            Part part = parts.get(i);
            if (part.isOf(survey)) {
                kept.put(survey, part);
            }
        }
        return kept;
    }

    private static List<Part> parts(byte[] manifest) {
        byte[] open = ascii("    {\n");
        byte[] close = ascii("    }");
        List<Part> parts = new ArrayList<>();
        int at = find(KEY, manifest) + KEY.length;
        while (startsWith(open, manifest, at)) {
            int to = at;
            do {
                to = afterLine(manifest, to);
            } while (to < manifest.length && !startsWith(close, manifest, to));
            parts.add(new Part(manifest, at, Math.min(manifest.length, to + close.length)));
            at = afterLine(manifest, to);
        }
        return parts;
    }

    private static int afterLine(byte[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != '\n') {
            at++;
        }
        return at + 1;
    }

    /** Where a text begins; the end where it is not there. */
    private static int find(byte[] what, byte[] text) {
        int at = 0;
        while (at < text.length && !startsWith(what, text, at)) {
            at++;
        }
        return at;
    }

    private static boolean startsWith(byte[] what, byte[] text, int at) {
        return at + what.length <= text.length && Arrays.equals(text, at, at + what.length, what, 0, what.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
