package no.barometer.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.barometer.publish.Manifest.DownloadEntry;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.survey.Slug;

/** The catalogue for data portals, DCAT-AP-NO 2: a dataset a survey, a distribution a file. */
final class Catalogue {
    static final String TURTLE = "catalog.ttl";
    static final String JSON_LD = "catalog.jsonld";

    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String IANA = "https://www.iana.org/assignments/media-types/";
    private static final Map<String, String> LANGUAGES = Map.of("nb", "NOB", "nn", "NNO", "en", "ENG");

    /** Ending of a path to file type and media type. */
    private static final Map<String, List<String>> TYPES = Map.of(
            "csv", List.of("CSV", "text/csv"),
            "xlsx", List.of("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            "json", List.of("JSON", "application/json"),
            "zip", List.of("ZIP", "application/zip"));

    private final Address address;
    private final List<SurveyEntry> surveys;

    private Catalogue(Address address, List<SurveyEntry> surveys) {
        this.address = address;
        this.surveys = surveys;
    }

    static byte[] turtle(Address address, List<SurveyEntry> surveys) {
        return Turtle.of(prefixes(), new Catalogue(address, surveys).graph());
    }

    static byte[] jsonLd(Address address, List<SurveyEntry> surveys) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("@context", prefixes());
        tree.put("@graph", new Catalogue(address, surveys).graph());
        return Json.bytes(tree);
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("dcat", "http://www.w3.org/ns/dcat#");
        prefixes.put("dct", "http://purl.org/dc/terms/");
        prefixes.put("foaf", "http://xmlns.com/foaf/0.1/");
        prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
        prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        return prefixes;
    }

    private List<Map<String, Object>> graph() {
        List<Map<String, Object>> graph = new ArrayList<>();
        graph.add(catalogue());
        surveys.forEach(survey -> graph.add(dataset(survey)));
        surveys.forEach(survey -> files(survey).forEach(file -> graph.add(distribution(survey, file))));
        Map<String, Map<String, Object>> publishers = new TreeMap<>();
        surveys.forEach(
                survey -> publishers.putIfAbsent(publisher(survey), agent(publisher(survey), survey.publisher())));
        publishers.put(site(), agent(site(), Map.of("", host())));
        graph.addAll(publishers.values());
        Set<String> concepts = new TreeSet<>();
        graph.forEach(node -> node.values().forEach(value -> concepts(value, concepts)));
        concepts.forEach(concept -> graph.add(concept(concept)));
        return graph;
    }

    /** Terms of the EU's vocabularies that a node refers to. */
    private static void concepts(Object value, Set<String> found) {
        if (value instanceof List<?> list) {
            list.forEach(one -> concepts(one, found));
        } else if (value instanceof Map<?, ?> map && map.get("@id") instanceof String id && id.startsWith(EU)) {
            found.add(id);
        }
    }

    /** The vocabulary of a term, which shapes ask for. */
    private static Map<String, Object> concept(String id) {
        Map<String, Object> node = node(id, "skos:Concept");
        node.put("skos:inScheme", reference(id.substring(0, id.lastIndexOf('/'))));
        return node;
    }

    private Map<String, Object> catalogue() {
        Map<String, Object> node = node(address.latest(TURTLE) + "#catalog", "dcat:Catalog");
        node.put("dct:title", words("site.title"));
        node.put("dct:description", words("site.lead"));
        node.put("dct:identifier", address.latest(TURTLE) + "#catalog");
        node.put("dct:publisher", reference(site()));
        node.put("dct:language", languages(List.of("nb", "nn", "en")));
        node.put("foaf:homepage", reference(address.latest("")));
        node.put(
                "dcat:dataset",
                surveys.stream().map(survey -> reference(id(survey))).toList());
        return node;
    }

    private Map<String, Object> dataset(SurveyEntry survey) {
        Map<String, Object> node = node(id(survey), "dcat:Dataset");
        node.put("dct:title", texts(survey.title()));
        node.put(
                "dct:description",
                texts(
                        survey.about().description().isEmpty()
                                ? survey.title()
                                : survey.about().description()));
        node.put("dct:identifier", id(survey));
        node.put("dct:publisher", reference(publisher(survey)));
        node.put("dcat:theme", reference(EU + "data-theme/SOCI"));
        node.put("dct:accessRights", reference(EU + "access-right/PUBLIC"));
        node.put("dct:language", languages(List.copyOf(survey.title().keySet())));
        survey.tables().stream()
                .map(table -> table.changed().date())
                .max(Comparator.naturalOrder())
                .ifPresent(day -> node.put("dct:modified", typed(day, "xsd:date")));
        if (!survey.about().from().isEmpty()) {
            Map<String, Object> period = new LinkedHashMap<>();
            period.put("@type", "dct:PeriodOfTime");
            period.put("dcat:startDate", typed(survey.about().from(), "xsd:date"));
            period.put("dcat:endDate", typed(survey.about().to(), "xsd:date"));
            node.put("dct:temporal", period);
        }
        node.put("dcat:landingPage", reference(address.latest(survey.id() + "/index.html")));
        node.put(
                "dcat:distribution",
                files(survey).stream()
                        .map(file -> reference(address.latest(file.download().path()) + "#distribution"))
                        .toList());
        return node;
    }

    /** @param title of the table, or of the survey where the file holds all of its tables */
    private record Offer(DownloadEntry download, Map<String, String> title) {}

    private static List<Offer> files(SurveyEntry survey) {
        List<Offer> files = new ArrayList<>();
        survey.downloads().forEach(one -> files.add(new Offer(one, survey.title())));
        for (TableEntry table : survey.tables()) {
            table.downloads().forEach(one -> files.add(new Offer(one, table.title())));
        }
        return files;
    }

    private Map<String, Object> distribution(SurveyEntry survey, Offer file) {
        String path = file.download().path();
        Map<String, Object> node = node(address.latest(path) + "#distribution", "dcat:Distribution");
        node.put("dct:title", texts(file.title()));
        Words words = Words.in(survey.language());
        node.put("dct:description", text(words.get("format." + file.download().format()), words.language()));
        node.put("dcat:accessURL", reference(address.latest(path)));
        node.put("dcat:downloadURL", reference(address.latest(path)));
        List<String> type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), List.of());
        if (!type.isEmpty()) {
            node.put("dct:format", reference(EU + "file-type/" + type.get(0)));
            node.put("dcat:mediaType", reference(IANA + type.get(1)));
        }
        survey.about().licence().values().stream()
                .findFirst()
                .flatMap(Licence::of)
                .ifPresent(licence -> node.put("dct:license", reference(licence.authority())));
        node.put("dcat:byteSize", typed(Long.toString(file.download().size()), "xsd:decimal"));
        return node;
    }

    private String id(SurveyEntry survey) {
        return address.latest(survey.id() + "/") + "#dataset";
    }

    private String site() {
        return address.latest(TURTLE) + "#publisher";
    }

    private String publisher(SurveyEntry survey) {
        String name = survey.publisherIn(survey.language());
        return name.isEmpty() ? site() : site() + "-" + Slug.of(name);
    }

    private static Map<String, Object> agent(String id, Map<String, String> names) {
        Map<String, Object> node = node(id, "foaf:Agent");
        node.put("foaf:name", texts(names));
        return node;
    }

    /** The site is known by its name on the net where no definition names a publisher. */
    private String host() {
        return address.url().replaceFirst("^[a-z]+://", "").replaceFirst("/.*$", "");
    }

    private static Map<String, Object> node(String id, String type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", id);
        node.put("@type", type);
        return node;
    }

    private static Map<String, Object> reference(String id) {
        return Map.of("@id", id);
    }

    private static Map<String, Object> typed(String value, String type) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("@value", value);
        typed.put("@type", type);
        return typed;
    }

    private static Object text(String value, String language) {
        if (language.isEmpty()) {
            return value;
        }
        Map<String, String> text = new LinkedHashMap<>();
        text.put("@value", value);
        text.put("@language", language);
        return text;
    }

    private static List<Object> texts(Map<String, String> byLanguage) {
        List<Object> texts = new ArrayList<>();
        byLanguage.forEach((language, value) -> texts.add(text(value, language)));
        return texts;
    }

    private static List<Object> words(String key) {
        List<Object> texts = new ArrayList<>();
        for (String language : List.of("nb", "nn", "en")) {
            texts.add(text(Words.in(language).get(key), language));
        }
        return texts;
    }

    private static List<Object> languages(List<String> codes) {
        List<Object> all = new ArrayList<>();
        codes.stream()
                .filter(LANGUAGES::containsKey)
                .forEach(code -> all.add(reference(EU + "language/" + LANGUAGES.get(code))));
        return all;
    }
}
