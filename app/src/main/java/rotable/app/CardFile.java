// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rotable.bench.Action;
import rotable.bench.Messages;
import rotable.bench.Paper;
import rotable.bench.Papers;
import rotable.fact.ReferenceFact.CodePublished;
import rotable.identify.Identifier;
import rotable.people.Person;
import rotable.reference.Reference;
import rotable.reports.CardSheet;
import rotable.reports.CardSheet.Card;
import rotable.reports.LabelSize;
import rotable.reports.PdfLabel;

/// Command cards and badges, as a list and as a file; pictures of labels.
///
/// @param folder where `cards.pdf` is written
record CardFile(Path folder, boolean training) implements Papers {
    private static final float ZOOM = 3;
    private static final Messages MESSAGES = new Messages(Locale.ROOT);

    @Override
    public byte[] picture(Paper label) throws IOException {
        return PdfLabel.picture(label, LabelSize.LARGE, ZOOM);
    }

    @Override
    public Path cards(Reference reference) throws IOException {
        var depot = reference.depot().map(d -> d.name()).orElse("");
        var heading = (training ? "TRAINING – NOT FOR SERVICE   " : "") + "Rotable   " + depot;
        Files.createDirectories(folder);
        return Files.write(
                folder.resolve("cards.pdf"), CardSheet.of(heading.strip(), all(reference)));
    }

    /// Every command card, then the codes, then the badges of people who work here.
    static List<Card> all(Reference reference) {
        var cards = new ArrayList<Card>();
        for (var action : Action.values())
            if (!action.takesCode()) cards.add(card(name(action), key(action), action.name()));
        for (int i = 1; i <= 9; i++) cards.add(card("Choice " + i, "", Integer.toString(i)));
        for (var action : Action.values())
            for (var code : codes(action, reference))
                cards.add(card(code.text(), name(action), action.name() + ":" + code.code()));
        for (var p : reference.people().values())
            if (p.active()) cards.add(new Card(p.name(), roles(p), p.badge()));
        return List.copyOf(cards);
    }

    private static List<CodePublished> codes(Action action, Reference reference) {
        return action.codes().map(k -> List.copyOf(reference.codes(k))).orElse(List.of());
    }

    private static Card card(String title, String note, String verb) {
        return new Card(title, note, Identifier.cardText(verb));
    }

    private static String name(Action action) {
        return MESSAGES.word("Action." + action.name());
    }

    private static String key(Action action) {
        return action.key().replace("Shortcut", "Ctrl");
    }

    private static String roles(Person person) {
        var roles = person.roles().stream().map(r -> MESSAGES.word("Role." + r.name()));
        return String.join(", ", roles.toList());
    }
}
