// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reports;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;

/// Command cards and badges on A4 pages, to be printed and cut.
public final class CardSheet {
    private CardSheet() {}

    /// A card: what people read on it, and what a scanner reads.
    ///
    /// @param note a second line, such as a person's roles or a card's key
    public record Card(String title, String note, String text) {}

    /// The pages as PDF.
    ///
    /// @param heading what stands at the top of each page
    /// @throws IOException when it could not be made
    public static byte[] of(String heading, List<Card> cards) throws IOException {
        var rows = cards.stream().map(CardSheet::row).toList();
        return Reports.pdf(
                Reports.fill("cards", new HashMap<>(Map.of("heading", heading)), source(rows)));
    }

    private static JRMapCollectionDataSource source(List<Map<String, Object>> rows) {
        Collection<Map<String, ?>> all = List.copyOf(rows);
        return new JRMapCollectionDataSource(all);
    }

    private static Map<String, Object> row(Card card) {
        return Map.of(
                "title", card.title(),
                "note", card.note(),
                "text", card.text(),
                "code", Matrix.of(card.text()));
    }
}
