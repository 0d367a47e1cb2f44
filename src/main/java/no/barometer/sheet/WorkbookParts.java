package no.barometer.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import no.barometer.problem.Kind;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.ZipPackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an .xlsx workbook, found by their relations. POI's XSSFReader does the same but refuses strict files, whose
 * relations differ in all but the end of their type.
 */
final class WorkbookParts implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    static {
        // POI's own limits are global, and count styles that pack well as bombs; ours count per file
        ZipSecureFile.setMinInflateRatio(0);
        ZipSecureFile.setMaxFileCount(Integer.MAX_VALUE);
        ZipSecureFile.setMaxEntrySize(0xFFFFFFFFL);
    }

    private final OPCPackage parts;
    private final PackagePart workbook;
    private final Source source;
    private final Budget budget;

    private WorkbookParts(OPCPackage parts, PackagePart workbook, Source source, long packed) {
        this.parts = parts;
        this.workbook = workbook;
        this.source = source;
        this.budget = new Budget(source, packed);
    }

    static WorkbookParts open(Path file, Source source) throws IOException, OpenXML4JException {
        OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
        try {
            for (PackageRelationship relation : parts.getRelationships()) {
                PackagePart part = isOf(relation, "officeDocument") ? parts.getPart(relation) : null;
                if (part != null) {
                    return new WorkbookParts(parts, part, source, Files.size(file));
                }
            }
        } catch (RuntimeException e) {
            parts.revert();
            throw e;
        }
        parts.revert();
        throw source.fault(Kind.DAMAGED, "no workbook in the archive", "a whole workbook");
    }

    InputStream workbook() throws IOException {
        return stream(workbook);
    }

    /** A sheet's part by the id of its relation, or null if there is none. */
    @Nullable
    InputStream sheet(String relation) throws IOException, OpenXML4JException {
        PackageRelationship found = workbook.getRelationship(relation);
        return found == null ? null : stream(found);
    }

    /** The workbook's part of a kind, such as {@code styles}, or null if there is none. */
    @Nullable
    InputStream only(String kind) throws IOException, OpenXML4JException {
        for (PackageRelationship relation : workbook.getRelationships()) {
            if (isOf(relation, kind)) {
                return stream(relation);
            }
        }
        return null;
    }

    private static boolean isOf(PackageRelationship relation, String kind) {
        return relation.getRelationshipType().endsWith("/" + kind);
    }

    private @Nullable InputStream stream(PackageRelationship relation) throws IOException, OpenXML4JException {
        if (relation.getTargetMode() == TargetMode.EXTERNAL) {
            return null;
        }
        PackagePart part = workbook.getRelatedPart(relation);
        return part == null ? null : stream(part);
    }

    private InputStream stream(PackagePart part) throws IOException {
        InputStream in = part.getInputStream();
        if (part instanceof ZipPackagePart zipped && zipped.getZipArchive().getCrc() >= 0) {
            in = new ChecksumInput(in, zipped.getZipArchive().getCrc(), source);
        }
        return new BufferedInputStream(
                new MarkupInput(in, budget, source.bounds().of(Bound.XML_PIECE)), BUFFER);
    }

    @Override
    public void close() {
        parts.revert();
    }
}
