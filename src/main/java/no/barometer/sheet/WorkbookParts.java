package no.barometer.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import no.barometer.problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an .xlsx workbook, found by their relations and read one at a time. POI's packages hold some parts as trees
 * and walk them without bound; they refuse strict files, too, whose relations differ in all but the end of their type.
 */
final class WorkbookParts {
    private static final int BUFFER = 1 << 16;
    /** Smaller parts are parsed sooner than a thread starts. */
    private static final long MUCH = 1 << 20;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;
    private final Source source;
    private final Budget budget;
    private String workbook = "";
    private List<Relation> relations = List.of();

    /** @param target name of a part, as {@link #entries} has it; empty where it lies outside the file */
    private record Relation(String id, String type, String target) {
        boolean isOf(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private WorkbookParts(ZipFile zip, Map<String, ZipEntry> entries, Source source, long packed) {
        this.zip = zip;
        this.entries = entries;
        this.source = source;
        this.budget = new Budget(source, packed);
    }

    /** @param packed bytes of the archive, which stays open while parts are read */
    static WorkbookParts of(ZipFile zip, long packed, Source source) throws IOException, XMLStreamException {
        WorkbookParts parts = new WorkbookParts(zip, entries(zip, source), source, packed);
        parts.findWorkbook();
        return parts;
    }

    /** Some programs write backslashes; names are told apart without regard to case. */
    private static Map<String, ZipEntry> entries(ZipFile zip, Source source) {
        Map<String, ZipEntry> entries = new HashMap<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (entries.put(resolved("", entry.getName()), entry) != null) {
                throw source.damaged("two parts of one name, " + entry.getName(), "a whole workbook");
            }
        }
        return entries;
    }

    private void findWorkbook() throws IOException, XMLStreamException {
        for (Relation relation : relations("")) {
            if (relation.isOf("officeDocument") && entries.containsKey(relation.target())) {
                workbook = relation.target();
                relations = relations(workbook);
                return;
            }
        }
        throw source.fault(Kind.DAMAGED, "no workbook in the archive", "a whole workbook");
    }

    private List<Relation> relations(String part) throws IOException, XMLStreamException {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        ZipEntry entry = entries.get(folder + "_rels/" + part.substring(folder.length()) + ".rels");
        List<Relation> found = new ArrayList<>();
        if (entry == null) {
            return found;
        }
        try (InputStream in = stream(entry)) {
            XMLStreamReader xml = Xml.reader(in, source);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    String target = text(xml, "Target");
                    boolean external = text(xml, "TargetMode").equals("External");
                    found.add(
                            new Relation(text(xml, "Id"), text(xml, "Type"), external ? "" : resolved(folder, target)));
                }
            }
        }
        return found;
    }

    private static String text(XMLStreamReader xml, String attribute) {
        String value = Xml.attribute(xml, attribute);
        return value == null ? "" : value;
    }

    /** The name of a part that a relation leads to; there is no way out of the archive. */
    private static String resolved(String folder, String target) {
        String path = target.replace('\\', '/');
        Deque<String> steps = new ArrayDeque<>();
        for (String step : (path.startsWith("/") ? path : folder + path).split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step.toLowerCase(Locale.ROOT));
            }
        }
        return String.join("/", steps);
    }

    InputStream workbook() throws IOException {
        InputStream in = part(workbook);
        if (in == null) {
            throw source.damaged("no workbook in the archive", "a whole workbook");
        }
        return in;
    }

    /** A sheet's part by the id of its relation, or null if there is none. */
    @Nullable
    InputStream sheet(String id) throws IOException {
        for (Relation relation : relations) {
            if (relation.id().equals(id)) {
                return part(relation.target());
            }
        }
        return null;
    }

    /** The workbook's part of a kind, such as {@code styles}, or null if there is none. */
    @Nullable
    InputStream only(String kind) throws IOException {
        for (Relation relation : relations) {
            if (relation.isOf(kind)) {
                return part(relation.target());
            }
        }
        return null;
    }

    private @Nullable InputStream part(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null && name.contains("%")) {
            entry = entries.get(decoded(name));
        }
        return entry == null ? null : stream(entry);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noCode) {
            return name;
        }
    }

    private InputStream stream(ZipEntry entry) throws IOException {
        InputStream in = zip.getInputStream(entry);
        if (entry.getCrc() >= 0) {
            in = new ChecksumInput(in, entry.getCrc(), source);
        }
        in = new MarkupInput(in, budget, source.bounds().of(Bound.XML_PIECE));
        return entry.getSize() < MUCH
                ? new BufferedInputStream(in, (int) Math.max(1 << 9, Math.min(entry.getSize(), BUFFER)))
                : new BufferedInputStream(new AheadInput(in), BUFFER);
    }
}
