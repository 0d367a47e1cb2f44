package no.barometer.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Survey;
import no.barometer.trend.TrendTable;

/** A table as schema.org Dataset, which search engines read in its page. */
final class SchemaOrg {
    private static final Map<String, String> TYPES = Map.of(
            "csv",
            "text/csv",
            "json",
            "application/json",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "zip",
            "application/zip");

    private SchemaOrg() {}

    /**
     * JSON-LD that may stand in a script element: it holds no {@code <}.
     *
     * @param page path of the table's page within the release
     * @param downloads of the table
     */
    static String dataset(
            Address address,
            Survey survey,
            TrendTable table,
            List<Manifest.DownloadEntry> downloads,
            String page,
            String language) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("@context", "https://schema.org/");
        tree.put("@type", "Dataset");
        tree.put("name", table.title().in(language));
        String question = table.title().in(language);
        String description = survey.description().in(language);
        tree.put(
                "description",
                description.isEmpty() ? question + " (" + survey.title().in(language) + ")" : description);
        tree.put("url", address.latest(page));
        tree.put("inLanguage", language);
        tree.put("isAccessibleForFree", true);
        String publisher = Credits.publishers(survey, table, Words.in(language));
        if (!publisher.isEmpty()) {
            Map<String, String> organization = new LinkedHashMap<>();
            organization.put("@type", "Organization");
            organization.put("name", publisher);
            tree.put("creator", organization);
        }
        String licence = survey.about().licence().in(language);
        if (!licence.isEmpty()) {
            tree.put("license", Licence.of(licence).map(Licence::address).orElse(licence));
        }
        if (!table.waves().isEmpty()) {
            tree.put(
                    "temporalCoverage",
                    table.waves().get(0).start() + "/"
                            + table.waves().get(table.waves().size() - 1).end());
        }
        List<Map<String, String>> files = new ArrayList<>();
        for (Manifest.DownloadEntry one : downloads) {
            Map<String, String> file = new LinkedHashMap<>();
            file.put("@type", "DataDownload");
            String ending = one.path().substring(one.path().lastIndexOf('.') + 1);
            file.put("encodingFormat", TYPES.getOrDefault(ending, "application/octet-stream"));
            file.put("contentUrl", address.latest(one.path()));
            files.add(file);
        }
        tree.put("distribution", files);
        return Json.MAPPER.writeValueAsString(tree).replace("<", "\\u003c").replace(">", "\\u003e");
    }
}
