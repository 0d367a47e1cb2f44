package no.barometer.publish;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;

/** Deliveries in manifests, of which there may be many thousands: read and written without reflection. */
final class DeliveryNoteJson {
    private DeliveryNoteJson() {}

    static final class Writer extends ValueSerializer<DeliveryNote> {
        @Override
        public void serialize(DeliveryNote note, JsonGenerator json, SerializationContext context) {
            json.writeStartObject(note);
            json.writeStringProperty("survey", note.survey());
            json.writeStringProperty("path", note.path());
            json.writeStringProperty("sha256", note.sha256());
            json.writeStringProperty("block", note.block());
            json.writeName("waves");
            json.writeStartArray();
            for (String wave : note.waves()) {
                json.writeString(wave);
            }
            json.writeEndArray();
            json.writeNumberProperty("respondents", note.respondents());
            json.writeEndObject();
        }
    }

    static final class Reader extends ValueDeserializer<DeliveryNote> {
        @Override
        public DeliveryNote deserialize(JsonParser json, DeserializationContext context) {
            String survey = "";
            String path = "";
            String sha256 = "";
            String block = "";
            List<String> waves = List.of();
            long respondents = 0;
            expect(json.currentToken(), JsonToken.START_OBJECT, context);
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                JsonToken value = json.nextToken();
                switch (name) {
                    case "survey" -> survey = text(json, context);
                    case "path" -> path = text(json, context);
                    case "sha256" -> sha256 = text(json, context);
                    case "block" -> block = text(json, context);
                    case "waves" -> {
                        expect(value, JsonToken.START_ARRAY, context);
                        waves = new ArrayList<>(1);
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            waves.add(text(json, context));
                        }
                    }
                    case "respondents" -> {
                        expect(value, JsonToken.VALUE_NUMBER_INT, context);
                        respondents = json.getLongValue();
                    }
                    default -> json.skipChildren();
                }
            }
            return new DeliveryNote(survey, path, sha256, block, waves, respondents);
        }

        private static String text(JsonParser json, DeserializationContext context) {
            expect(json.currentToken(), JsonToken.VALUE_STRING, context);
            return json.getString();
        }

        private static void expect(JsonToken found, JsonToken expected, DeserializationContext context) {
            if (found != expected) {
                context.reportInputMismatch(DeliveryNote.class, "%s for %s", found, expected);
            }
        }
    }
}
