// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import rotable.fact.Subject;
import rotable.identity.AssetId;
import rotable.identity.Child;
import rotable.identity.HoldId;
import rotable.identity.OrderId;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.PositionId;
import rotable.identity.ReleaseId;
import rotable.identity.UnitId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// How the values of facts stand in JSON: ids as text, decimals and instants as strings, a child as
/// `{"unit":…}` or `{"part":…,"lot":…}`.
final class JournalModule extends SimpleModule {
    static final JsonInclude.Include LEAVE_OUT_ABSENT = JsonInclude.Include.NON_ABSENT;

    private static final long serialVersionUID = 1;
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    JournalModule() {
        super("journal");
        text(UnitId.class, UnitId::toString, UnitId::parse);
        text(PartId.class, PartId::toString, PartId::parse);
        text(PersonId.class, PersonId::value, PersonId::new);
        text(AssetId.class, AssetId::value, AssetId::new);
        text(PositionId.class, PositionId::value, PositionId::new);
        text(OrderId.class, OrderId::value, OrderId::new);
        text(ReleaseId.class, ReleaseId::value, ReleaseId::new);
        text(HoldId.class, HoldId::value, HoldId::new);
        text(BigDecimal.class, BigDecimal::toPlainString, BigDecimal::new);
        text(Instant.class, MICROS::format, Instant::parse);
        text(Subject.Kind.class, k -> k.name().toLowerCase(Locale.ROOT), JournalModule::kind);
        addSerializer(Child.class, new ChildWriter());
        addDeserializer(Child.class, new ChildReader());
    }

    private static Subject.Kind kind(String said) {
        return Stream.of(Subject.Kind.values())
                .filter(k -> k.name().equals(said.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(Subject.Kind.OTHER);
    }

    private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        addSerializer(
                type,
                new StdSerializer<T>(type) {
                    @Override
                    public void serialize(T value, JsonGenerator out, SerializationContext c) {
                        out.writeString(write.apply(value));
                    }
                });
        addDeserializer(
                type,
                new StdDeserializer<T>(type) {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext c) {
                        return read.apply(in.getString());
                    }
                });
    }

    private static final class ChildWriter extends StdSerializer<Child> {
        ChildWriter() {
            super(Child.class);
        }

        @Override
        public void serialize(Child child, JsonGenerator out, SerializationContext c) {
            out.writeStartObject();
            switch (child) {
                case Child.Serialised s -> out.writeStringProperty("unit", s.unit().toString());
                case Child.Lot l -> {
                    out.writeStringProperty("part", l.part().toString());
                    out.writeStringProperty("lot", l.lot());
                }
            }
            out.writeEndObject();
        }
    }

    private static final class ChildReader extends StdDeserializer<Child> {
        ChildReader() {
            super(Child.class);
        }

        @Override
        public Child deserialize(JsonParser in, DeserializationContext c) {
            JsonNode node = c.readTree(in);
            if (node.has("unit"))
                return new Child.Serialised(UnitId.parse(node.get("unit").stringValue()));
            if (!node.has("part") || !node.has("lot")) throw new BadEntry("not a child: " + node);
            return new Child.Lot(
                    PartId.parse(node.get("part").stringValue()), node.get("lot").stringValue());
        }
    }
}
