// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rotable.fact.Publication;
import rotable.fact.ReferenceFact;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a file of reference data: a JSON object with `version`, `effective` and `reason` for the
/// whole, and the lists of [ReferenceItem]. An unknown member is an error, so that a misspelt one
/// isn't silently lost.
public final class ReferenceFile {
    // An item is read out of the middle of its file: what follows it is the next one.
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final JsonParser in;
    private final List<Found> found = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int version;
    private boolean dated;
    private Optional<LocalDate> effective = Optional.empty();
    private Optional<String> reason = Optional.empty();

    private ReferenceFile(JsonParser in) {
        this.in = in;
    }

    /// What a file says.
    ///
    /// @param items those that can be read, even where others can't
    /// @param problems why it may not be published; empty when it may
    public record Read(List<Item> items, List<Problem> problems) {
        public Read {
            items = List.copyOf(items);
            problems = List.copyOf(problems);
        }

        /// The facts alone.
        public List<ReferenceFact> facts() {
            return items.stream().map(Item::fact).toList();
        }
    }

    /// A publication, and the line it begins on, from 1.
    public record Item(int line, ReferenceFact fact) {}

    /// What can't be read, and where.
    public record Problem(int line, String why) {}

    private record Found(int line, ReferenceItem.Published item) {}

    /// Reads a whole file; a mistake in one item does not hide those in others.
    public static Read read(String json) {
        try (var in = MAPPER.createParser(json)) {
            return new ReferenceFile(in).read();
        }
    }

    private Read read() {
        try {
            if (in.nextToken() != JsonToken.START_OBJECT) problem("not a JSON object");
            else while (in.nextToken() == JsonToken.PROPERTY_NAME) member(in.currentName());
        } catch (JacksonException e) {
            // What else may be missing can't be told of a file that can't be read on.
            problem(why(e));
            return new Read(items(), problems);
        }
        head();
        return new Read(items(), problems);
    }

    private static String why(JacksonException e) {
        var text = e.getOriginalMessage();
        if (e instanceof UnexpectedEndOfInputException)
            return "the file ends before it is complete";
        return text.replaceFirst("(?s)\\s*\\(start marker at .*|\\s*\\[Source: .*", "");
    }

    private void head() {
        if (version < 1) problems.add(new Problem(1, "version is missing: 1 or more"));
        if (!dated) problems.add(new Problem(1, "effective is missing: a date"));
        if (reason.isEmpty()) problems.add(new Problem(1, "reason is missing"));
    }

    private List<Item> items() {
        if (version < 1 || effective.isEmpty() || reason.isEmpty()) return List.of();
        var publication = new Publication(version, effective.get(), reason.get());
        return found.stream().map(f -> new Item(f.line(), f.item().by(publication))).toList();
    }

    private void problem(String why) {
        problems.add(new Problem(in.currentLocation().getLineNr(), why));
    }

    private void member(String name) {
        var token = in.nextToken();
        switch (name) {
            case "version" -> version = in.getValueAsInt();
            case "effective" -> effective(in.getValueAsString());
            case "reason" -> reason = Optional.ofNullable(in.getValueAsString());
            default -> {
                if (!ReferenceItem.LISTS.contains(name)) {
                    problem("nothing is called " + name);
                    in.skipChildren();
                } else if (token == JsonToken.START_ARRAY)
                    while (in.nextToken() != JsonToken.END_ARRAY) item(name);
                else item(name);
            }
        }
    }

    private void effective(@Nullable String text) {
        dated = true;
        if (text == null) {
            problem("effective is not a date such as 2026-01-31");
            return;
        }
        try {
            effective = Optional.of(LocalDate.parse(text));
        } catch (java.time.DateTimeException e) {
            problem("effective: " + text + " is not a date such as 2026-01-31");
        }
    }

    private void item(String list) {
        int line = in.currentTokenLocation().getLineNr();
        try {
            var node = MAPPER.readTree(in);
            found.add(new Found(line, ReferenceItem.of(list, node)));
        } catch (BadEntry e) {
            problems.add(new Problem(line, String.valueOf(e.getMessage())));
        }
    }
}
