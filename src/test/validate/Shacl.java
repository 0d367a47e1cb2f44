import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;

/** Validates a catalogue in Turtle against shapes, and compares it with the one in JSON-LD: shapes.ttl a.ttl a.jsonld. */
class Shacl {
    public static void main(String[] args) {
        Graph shapes = RDFDataMgr.loadGraph(args[0]);
        Graph turtle = RDFDataMgr.loadGraph(args[1]);
        Graph jsonLd = RDFDataMgr.loadGraph(args[2]);
        ValidationReport report = ShaclValidator.get().validate(Shapes.parse(shapes), turtle);
        long violations = report.getEntries().stream()
                .filter(entry -> entry.severity().level().getURI().endsWith("Violation"))
                .count();
        System.out.println(turtle.size() + " triples, " + violations + " violations, "
                + (report.getEntries().size() - violations) + " warnings");
        report.getEntries().stream().filter(entry -> entry.severity().level().getURI().endsWith("Violation")).limit(10).forEach(entry -> System.out.println(entry.focusNode() + " " + entry.message()));
        boolean same = turtle.isIsomorphicWith(jsonLd);
        System.out.println(same ? "Turtle and JSON-LD say the same" : "Turtle and JSON-LD differ");
        System.exit(violations == 0 && same && turtle.size() > 0 ? 0 : 1);
    }
}
