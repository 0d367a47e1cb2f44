package no.barometer.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a release holds and where it comes from. All dates are days of releases; there is no clock time, host, path of a
 * machine or run number.
 *
 * @param previous name of the release before; empty for the first
 * @param date day of this release
 * @param index the release that last changed the front page
 * @param surveys by id
 * @param files all files but the manifest, by path
 * @param withdrawn null if the release stands
 */
public record Manifest(
        String release,
        String previous,
        String date,
        Stamp index,
        List<SurveyEntry> surveys,
        List<FileEntry> files,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Withdrawn withdrawn) {

    public Manifest(
            String release,
            String previous,
            String date,
            Stamp index,
            List<SurveyEntry> surveys,
            List<FileEntry> files) {
        this(release, previous, date, index, surveys, files, null);
    }

    /**
     * That a release was taken back.
     *
     * @param date the day, ISO
     * @param erased whether its figures had to disappear for good
     * @param tables SHA-256 of each tidy file by path, so that they are not published again unseen; none where erased
     */
    public record Withdrawn(String date, String why, boolean erased, Map<String, String> tables) {}

    Manifest withSurveys(List<SurveyEntry> all) {
        return new Manifest(release, previous, date, index, all, files, withdrawn);
    }

    Manifest withFiles(List<FileEntry> all) {
        return new Manifest(release, previous, date, index, surveys, all, withdrawn);
    }

    /** A release, where a page or table says which one last changed it. */
    public record Stamp(String release, String date) {}

    /** One file: path within the release, SHA-256 in hex, size in bytes. */
    public record FileEntry(String path, String sha256, long size) {}

    /**
     * A definition: file name and SHA-256 in hex.
     *
     * @param method version of the reading and arithmetic that was applied to it
     */
    public record Definition(String file, String sha256, String method) {}

    /** One file that is offered: code of its format, path, SHA-256 in hex, size in bytes. */
    public record DownloadEntry(String format, String path, String sha256, long size) {}

    /**
     * What catalogues ask of a survey.
     *
     * @param from first day of its first wave; empty without any
     * @param to last day of its last wave
     */
    public record About(Map<String, String> description, Map<String, String> licence, String from, String to) {}

    /**
     * One survey.
     *
     * @param title by language, the first being the survey's
     * @param page the release that last changed its page
     * @param workbook the release that last changed its workbook
     * @param downloads files with all of its tables
     */
    public record SurveyEntry(
            String id,
            Map<String, String> title,
            Map<String, String> publisher,
            String language,
            boolean synthetic,
            Definition definition,
            List<DeliveryNote> deliveries,
            Stamp page,
            List<TableEntry> tables,
            About about,
            Stamp workbook,
            List<DownloadEntry> downloads) {
        Optional<TableEntry> table(String tableId) {
            return tables.stream().filter(table -> table.id().equals(tableId)).findFirst();
        }

        String titleIn(String language) {
            return in(title, language);
        }

        String publisherIn(String language) {
            return in(publisher, language);
        }
    }

    /**
     * The pages of a table in all languages, and its pictures.
     *
     * @param changed the release that last changed them
     * @param made hash of all that they are made from
     * @param headline by language; null in a release of before there were any
     */
    public record TablePages(
            Stamp changed,
            String made,
            List<DownloadEntry> files,
            @Nullable Map<String, String> headline) {}

    /**
     * One table.
     *
     * @param path of the tidy file
     * @param sha256 of the tidy file
     * @param wide path of the wide file
     * @param wideSha256 of the wide file
     * @param changed the release that last changed the table: its files, title or note
     * @param made hash of all that its files are made from: where it is the same they are not made again
     * @param downloads all of its files
     * @param pages its pages and pictures; null in a release of before there were any
     */
    public record TableEntry(
            String id,
            Map<String, String> title,
            Map<String, String> note,
            int rows,
            List<String> waves,
            List<String> deliveries,
            String path,
            String sha256,
            String wide,
            String wideSha256,
            Stamp changed,
            String made,
            List<DownloadEntry> downloads,
            @Nullable TablePages pages) {
        String firstWave() {
            return waves.isEmpty() ? "" : waves.get(0);
        }

        String lastWave() {
            return waves.isEmpty() ? "" : waves.get(waves.size() - 1);
        }

        String titleIn(String language) {
            return in(title, language);
        }

        /** This with the stamp and making of another, to see whether anything else differs. */
        TableEntry like(TableEntry other) {
            return new TableEntry(
                    id,
                    title,
                    note,
                    rows,
                    waves,
                    deliveries,
                    path,
                    sha256,
                    wide,
                    wideSha256,
                    other.changed,
                    other.made,
                    downloads,
                    other.pages);
        }

        TableEntry with(TablePages other) {
            return new TableEntry(
                    id,
                    title,
                    note,
                    rows,
                    waves,
                    deliveries,
                    path,
                    sha256,
                    wide,
                    wideSha256,
                    changed,
                    made,
                    downloads,
                    other);
        }

        TableEntry changedIn(Stamp stamp) {
            return new TableEntry(
                    id,
                    title,
                    note,
                    rows,
                    waves,
                    deliveries,
                    path,
                    sha256,
                    wide,
                    wideSha256,
                    stamp,
                    made,
                    downloads,
                    pages);
        }
    }

    public Optional<SurveyEntry> survey(String id) {
        return surveys.stream().filter(survey -> survey.id().equals(id)).findFirst();
    }

    /** Whether the other differs in nothing but its name and date, and what tells of the releases before. */
    boolean sameAs(Manifest other) {
        return index.equals(other.index)
                && surveys.equals(other.surveys)
                && Objects.equals(withdrawn, other.withdrawn)
                && lasting(files).equals(lasting(other.files));
    }

    private static List<FileEntry> lasting(List<FileEntry> files) {
        return files.stream().filter(file -> !History.tells(file.path())).toList();
    }

    static String in(Map<String, String> texts, String language) {
        String text = texts.get(language);
        return text != null ? text : texts.values().stream().findFirst().orElse("");
    }
}
