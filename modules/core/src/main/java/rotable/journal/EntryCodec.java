// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import rotable.fact.Fact;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes and reads an entry's line; the only place that does. `docs/journal-format.md` says the
/// same in words.
public final class EntryCodec {
    /// The longest line that may be written, in UTF-8 bytes.
    public static final int MAX_BYTES = 64 * 1024;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonMapper.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build()
                                    .tokenStreamFactory())
                    .addModule(new JournalModule())
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JournalModule.LEAVE_OUT_ABSENT))
                    .build();

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

    /// Reads a line.
    ///
    /// @throws BadEntry when it is not an entry's line
    public static Entry read(Realm realm, String line) {
        try {
            var node = MAPPER.readTree(line);
            if (!(node instanceof ObjectNode object)) throw new BadEntry("not an object");
            var body = object.remove("body");
            if (body == null) throw new BadEntry("no body");
            var envelope = MAPPER.treeToValue(object, Envelope.class);
            if (envelope.v() != 1) throw new BadEntry("envelope version " + envelope.v());
            return new Entry(envelope, fact(envelope, body), line, hash(realm, line));
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

    private static Fact fact(Envelope envelope, JsonNode body) {
        var known = FactTypes.type(envelope.type(), envelope.typeVersion());
        if (known.isPresent()) return MAPPER.treeToValue(body, known.get());
        return new Fact.Unknown(
                envelope.type(),
                envelope.typeVersion(),
                envelope.subjects(),
                CanonicalJson.of(body));
    }
}
