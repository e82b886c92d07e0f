// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.util.Optional;
import java.util.Set;
import rotable.fact.Fact;
import rotable.fact.Subject;
import rotable.identity.UnitId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes and reads an entry's line; the only place that does. `docs/journal-format.md` says the
/// same in words.
public final class EntryCodec {
    /// The longest line that may be written, in UTF-8 bytes.
    public static final int MAX_BYTES = 64 * 1024;

    private static final JsonMapper MAPPER = mapper(JsonMapper.builder().build());

    /// Finds a name that stands twice.
    private static final JsonMapper STRICT =
            mapper(
                    JsonMapper.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build());

    private static JsonMapper mapper(JsonMapper reading) {
        return reading.rebuild()
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .addModule(new JournalModule())
                .changeDefaultPropertyInclusion(
                        i -> i.withValueInclusion(JournalModule.LEAVE_OUT_ABSENT))
                .build();
    }

    private EntryCodec() {}

    /// Seals an envelope and a fact into an entry.
    ///
    /// @throws IllegalArgumentException when the text has control characters or is over 64 KiB
    public static Entry seal(Realm realm, Envelope envelope, Fact fact) {
        ObjectNode node = MAPPER.valueToTree(envelope);
        node.set("body", body(fact));
        var line = CanonicalJson.of(node);
        if (line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_BYTES)
            throw new IllegalArgumentException("entry longer than 64 KiB");
        return new Entry(envelope, fact, line, hash(realm, line));
    }

    /// Reads a line. One whose envelope can be read is an entry, whatever its body.
    ///
    /// @throws BadEntry when it is not an entry's line
    public static Entry read(Realm realm, String line) {
        return read(realm, Set.of(), line);
    }

    static Entry read(Realm realm, Set<String> unknown, String line) {
        try {
            var plain = plain(line);
            var node = plain.orElseGet(() -> MAPPER.readTree(line));
            if (!(node instanceof ObjectNode object)) throw new BadEntry("not an object");
            var body = object.remove("body");
            if (body == null) throw new BadEntry("no body");
            var envelope = envelope(object);
            if (envelope.v() != 1) throw new BadEntry("envelope version " + envelope.v());
            boolean known = plain.isPresent() && !unknown.contains(envelope.type());
            var fact = known ? fact(envelope, body) : unknown(envelope, body);
            return new Entry(envelope, fact, line, hash(realm, line));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new BadEntry("not an entry: " + e.getMessage(), e);
        }
    }

    /// The hash of a line.
    public static String hash(Realm realm, String line) {
        return Sha256.hex(realm.tag(), line);
    }

    static JsonNode body(Fact fact) {
        if (fact instanceof Fact.Unknown unknown) return MAPPER.readTree(unknown.body());
        return MAPPER.valueToTree(fact);
    }

    /// The line's tree, absent where a name stands twice in it.
    private static Optional<JsonNode> plain(String line) {
        try {
            return Optional.of(STRICT.readTree(line));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Fact fact(Envelope envelope, JsonNode body) {
        return FactTypes.type(envelope.type(), envelope.typeVersion())
                .flatMap(type -> known(type, body))
                .orElseGet(() -> unknown(envelope, body));
    }

    private static Fact unknown(Envelope envelope, JsonNode body) {
        return new Fact.Unknown(
                envelope.type(), envelope.typeVersion(), envelope.subjects(), body.toString());
    }

    /// Absent for a body that its type does not allow: it is kept like one of an unknown type, and
    /// stops nothing that comes after it.
    private static Optional<Fact> known(Class<? extends Fact> type, JsonNode body) {
        try {
            return Optional.of(MAPPER.treeToValue(body, type));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A unit that is written as none is nothing that a fold could look up.
    private static Envelope envelope(ObjectNode node) {
        var read = MAPPER.treeToValue(node, Envelope.class);
        if (read.subjects().stream().allMatch(EntryCodec::isSound)) return read;
        return read.about(read.subjects().stream().filter(EntryCodec::isSound).toList());
    }

    private static boolean isSound(Subject subject) {
        try {
            return subject.kind() != Subject.Kind.UNIT
                    || !UnitId.parse(subject.id()).serial().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
