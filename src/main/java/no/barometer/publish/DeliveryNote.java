package no.barometer.publish;

import java.util.List;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * Where published figures come from: one delivery that is live at the time of a release.
 *
 * @param path below {@code input/}, with forward slashes
 * @param sha256 of its content, hex
 * @param block id of the delivery block
 * @param waves ids, in order of time
 * @param respondents how many it holds; 0 for printed figures
 */
@JsonSerialize(using = DeliveryNoteJson.Writer.class)
@JsonDeserialize(using = DeliveryNoteJson.Reader.class)
public record DeliveryNote(
        String survey, String path, String sha256, String block, List<String> waves, long respondents)
        implements Comparable<DeliveryNote> {
    @Override
    public int compareTo(DeliveryNote other) {
        int bySurvey = survey.compareTo(other.survey);
        int byPath = bySurvey != 0 ? bySurvey : path.compareTo(other.path);
        return byPath != 0 ? byPath : block.compareTo(other.block);
    }
}
