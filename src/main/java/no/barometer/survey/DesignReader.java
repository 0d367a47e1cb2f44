package no.barometer.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import no.barometer.problem.Kind;

/** Reads the sampling design of a survey, or of a block, which changes only what it names. */
record DesignReader(DefinitionFile file, WaveNames waves, Codebook codebook) {

    Design read(Fields owner, Design otherwise) {
        return owner.get("design").map(value -> read(value, otherwise)).orElse(otherwise);
    }

    private Design read(Value value, Design otherwise) {
        Fields fields = value.fields(Section.DESIGN);
        return new Design(
                column(fields, "weight", otherwise.weight()),
                column(fields, "stratum", otherwise.stratum()),
                column(fields, "psu", otherwise.psu()),
                column(fields, "id", otherwise.id()),
                fields.flag("nested", otherwise.nested()),
                fields.get("population").map(this::population).orElse(otherwise.population()),
                panel(fields, otherwise),
                fields.flag("census", otherwise.census()),
                fields.get("deff").map(DesignReader::deff).orElse(otherwise.deff()),
                column(fields, "size", otherwise.size()),
                fields.get("rake")
                        .map(new MarginsReader(file, waves, codebook)::read)
                        .orElse(otherwise.rake()));
    }

    private static boolean panel(Fields fields, Design otherwise) {
        boolean panel = fields.flag("panel", otherwise.panel());
        if (panel && column(fields, "id", otherwise.id()).isEmpty()) {
            fields.get("panel").ifPresent(value -> value.fault(Kind.MISSING_KEY, "a panel's design", "\"id\""));
        }
        return panel;
    }

    private static double deff(Value value) {
        OptionalDouble deff = value.number();
        if (deff.isPresent() && deff.getAsDouble() <= 0) {
            value.wrong("a design effect above 0");
        }
        return deff.orElse(1);
    }

    private static String column(Fields fields, String key, String otherwise) {
        return fields.has(key) ? fields.text(key) : otherwise;
    }

    /** One number, numbers by stratum, or the name of a csv file with the columns {@code stratum,population}. */
    private Map<String, Double> population(Value value) {
        Map<String, Double> population = new LinkedHashMap<>();
        if (value.isMap()) {
            for (Value.Entry entry : value.entries()) {
                population.put(
                        entry.key().key(), size(entry.value(), entry.value().text()));
            }
        } else if (value.isText() && value.text().endsWith(".csv")) {
            List<String> lines =
                    file.beside(value).map(text -> text.lines().toList()).orElse(List.of());
            for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
                String[] cells = line.replace("\"", "").split("[,;]", -1);
                if (cells.length != 2) {
                    value.wrong("a file whose lines are stratum,population, not " + line);
                } else if (population.put(cells[0].strip(), size(value, cells[1].strip())) != null) {
                    value.fault(Kind.DUPLICATE_ID, "two lines of stratum " + cells[0], "a line for each stratum");
                }
            }
        } else {
            population.put("", size(value, value.text()));
        }
        return population;
    }

    private static double size(Value at, String text) {
        OptionalDouble size = Value.number(text);
        if (size.isEmpty() || size.getAsDouble() <= 0) {
            at.wrong("a number of primary sampling units above 0");
        }
        return size.orElse(1);
    }
}
