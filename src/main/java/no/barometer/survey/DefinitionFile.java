package no.barometer.survey;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import no.barometer.problem.Kind;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.representer.Representer;

/** The bytes of a definition and of the files it names, and the YAML in it. */
final class DefinitionFile {
    private static final int LARGEST = 4 << 20;
    private static final int DEEPEST = 30;
    private static final int MOST_ALIASES = 200;

    private final Path path;
    private final Faults faults;
    private final MessageDigest digest = sha256();

    DefinitionFile(Path path, Faults faults) {
        this.path = path;
        this.faults = faults;
    }

    /** The tree of the file's only document; what keeps it from being read is a fault. */
    Optional<Value> read() {
        Optional<String> text = text(path);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Node root = yaml().compose(new StringReader(text.get()));
            if (root == null) {
                faults.add(Kind.DEFINITION_SYNTAX, 1, 1, "nothing in the file", "survey, title and deliveries");
                return Optional.empty();
            }
            return new Tags(faults).areNone(root) ? Optional.of(new Value(root, faults)) : Optional.empty();
        } catch (MarkedYAMLException bad) {
            Mark mark = bad.getProblemMark() != null ? bad.getProblemMark() : bad.getContextMark();
            String found = String.join(" ", text(bad.getContext()), text(bad.getProblem()))
                    .strip();
            faults.add(
                    Kind.DEFINITION_SYNTAX,
                    mark == null ? 1 : mark.getLine() + 1,
                    mark == null ? 1 : mark.getColumn() + 1,
                    found,
                    "one YAML document without tags, whose texts that hold , : ? # [ ] { } stand in quotes");
        } catch (ReaderException bad) {
            String before = text.get()
                    .substring(0, Math.min(bad.getPosition(), text.get().length()));
            faults.add(
                    Kind.DEFINITION_SYNTAX,
                    (int) before.chars().filter(c -> c == '\n').count() + 1,
                    before.length() - before.lastIndexOf('\n'),
                    String.format("the character U+%04X", bad.getCodePoint()),
                    "text without control characters");
        } catch (YAMLException bad) {
            faults.add(Kind.DEFINITION_SYNTAX, 1, 1, String.valueOf(bad.getMessage()), "a smaller or simpler file");
        }
        return Optional.empty();
    }

    /** The text of a file beside the definition. */
    Optional<String> beside(Value name) {
        String text = name.text();
        Path other = path.resolveSibling(text.matches("[\\w][\\w .-]*") ? text : "");
        if (text.isEmpty() || !Files.isRegularFile(other) || !isWithin(other)) {
            name.fault(Kind.UNKNOWN_REFERENCE, text, "the name of a file beside the definition");
            return Optional.empty();
        }
        return text(other);
    }

    private boolean isWithin(Path other) {
        Path folder = path.toAbsolutePath().getParent();
        return folder != null && Links.stayWithin(folder, other);
    }

    /**
     * The cells of a csv file beside the definition, line by line, each with its place.
     *
     * @param columns its header, in any order; cells come in this one
     */
    List<List<Value>> table(Value name, List<String> columns) {
        List<String> lines = beside(name).map(text -> text.lines().toList()).orElse(List.of());
        if (lines.isEmpty()) {
            return List.of();
        }
        Faults there = faults.beside(name.text());
        char delimiter = CsvLine.delimiter(lines.get(0));
        List<String> header = CsvLine.of(lines.get(0), delimiter).cells();
        if (!header.containsAll(columns) || header.size() != columns.size()) {
            there.add(Kind.WRONG_VALUE, 1, 1, lines.get(0), "the columns " + String.join(",", columns));
            return List.of();
        }
        List<List<Value>> table = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            CsvLine line = CsvLine.of(lines.get(i), delimiter);
            if (line.cells().size() == header.size()) {
                int number = i;
                table.add(columns.stream()
                        .map(column -> value(line, header.indexOf(column), number, there))
                        .toList());
            } else if (!lines.get(i).isBlank()) {
                there.add(Kind.WRONG_VALUE, i + 1, 1, lines.get(i), header.size() + " cells, as in the header");
            }
        }
        return table;
    }

    private static Value value(CsvLine line, int column, int number, Faults faults) {
        Mark mark = new Mark("", 0, number, line.starts().get(column), new int[0], 0);
        return new Value(
                new ScalarNode(Tag.STR, line.cells().get(column), mark, mark, DumperOptions.ScalarStyle.PLAIN), faults);
    }

    /** SHA-256 of all bytes read so far, hex. */
    String hash() {
        return HexFormat.of().formatHex(sha256Of(digest));
    }

    private Optional<String> text(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                faults.add(Kind.TOO_LARGE, Files.size(file) + " bytes", "a definition of at most " + LARGEST);
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            digest.update(bytes);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException bad) {
            faults.add(Kind.BAD_ENCODING, "bytes that are no UTF-8", "a definition saved as UTF-8");
        } catch (IOException bad) {
            faults.add(Kind.FILE_UNREADABLE, String.valueOf(bad.getMessage()), "a definition that can be read");
        }
        return Optional.empty();
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe;
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        return new Yaml(
                new SafeConstructor(options), new Representer(new DumperOptions()), new DumperOptions(), options);
    }

    private static byte[] sha256Of(MessageDigest digest) {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException never) {
            throw new IllegalStateException(never);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
