package no.barometer.survey;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import no.barometer.problem.Kind;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Finds tags ({@code !something}), which definitions may not hold, and values that contain themselves. */
final class Tags {
    private static final Set<Tag> STANDARD =
            Set.of(Tag.STR, Tag.MAP, Tag.SEQ, Tag.NULL, Tag.BOOL, Tag.INT, Tag.FLOAT, Tag.TIMESTAMP, Tag.MERGE);

    private final Faults faults;
    private final Set<Node> within = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean none = true;

    Tags(Faults faults) {
        this.faults = faults;
    }

    boolean areNone(Node root) {
        visit(root);
        return none;
    }

    private void visit(Node node) {
        if (within.contains(node)) {
            fault(node, "a value that contains itself", "values without aliases to what is around them");
        }
        if (!seen.add(node)) {
            return;
        }
        if (!STANDARD.contains(node.getTag())) {
            fault(node, "the tag " + node.getTag().getValue(), "values without tags");
        }
        within.add(node);
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::visit);
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                visit(tuple.getKeyNode());
                visit(tuple.getValueNode());
            }
        }
        within.remove(node);
    }

    private void fault(Node node, String found, String expected) {
        none = false;
        faults.add(Kind.DEFINITION_SYNTAX, node.getStartMark(), found, expected);
    }
}
