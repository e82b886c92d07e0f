// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.damage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The ways to read an ISO/IEC 15434 message whose separators were all lost. Of data identifiers
/// nothing says where a field ends, so that only those met on units are tried, each once, and only
/// ways that name a part and a serial are kept. Text elements tell where they begin.
public final class LostFields {
    private static final int MOST = 9;
    private static final Pattern HEAD = Pattern.compile("^>?\\[\\)>\\x1E?(06|12|DD)");

    private static final Pattern ELEMENT =
            Pattern.compile(
                    "(?=(?:MFR|CAG|SPL|DUN|EUC|PNO|PNR|SER|SEQ|UCN|USN|UST|UID|LOT|LTN|BII|QTY"
                            + "|DMF|EXP|ICN) )");
    private static final char GS = 0x1D;

    /// What the data of each identifier look like.
    private static final Map<String, Pattern> FORMS =
            Map.of(
                    "17V", Pattern.compile("[0-9A-HJ-NP-Z]{5}"),
                    "12V", Pattern.compile("\\d{9}"),
                    "1P", Pattern.compile("\\S{2,32}"),
                    "P", Pattern.compile("\\S{2,32}"),
                    "S", Pattern.compile("\\S{2,30}"),
                    "1T", Pattern.compile("\\S{2,20}"),
                    "Q", Pattern.compile("\\d{1,6}"),
                    "4L", Pattern.compile("[A-Z]{2}"));

    private static final int LONGEST = 160;

    private final String text;
    private final List<String> found = new ArrayList<>();

    private LostFields(String text) {
        this.text = text;
    }

    /// The messages, separators put in, that this one may have been. At most nine.
    ///
    /// @param text what follows the AIM identifier
    public static List<String> ways(String text) {
        var head = HEAD.matcher(text);
        var body = text.replaceAll("[\\x1E\\x04]+$", "");
        if (!head.find() || body.length() > LONGEST || body.indexOf(GS) >= 0) return List.of();
        if (!head.group(1).equals("06")) return elements(head.group(1), body.substring(head.end()));
        var search = new LostFields(body);
        search.from(head.end(), "[)>\u001E06", new HashSet<>());
        return search.found;
    }

    private static List<String> elements(String format, String body) {
        var fields = List.of(ELEMENT.split(body));
        if (fields.size() < 2 || !ELEMENT.matcher(body).lookingAt()) return List.of();
        return List.of("[)>\u001E" + format + GS + String.join("" + GS, fields) + "\u001E\u0004");
    }

    private void from(int at, String before, Set<String> used) {
        if (at == text.length()) {
            var part = used.contains("1P") || used.contains("P");
            if (part && used.contains("S")) found.add(before + "\u001E\u0004");
            return;
        }
        for (var form : FORMS.entrySet()) {
            var id = form.getKey();
            if (!text.startsWith(id, at) || !used.add(id)) continue;
            field(at + id.length(), form.getValue(), before + GS + id, used);
            used.remove(id);
        }
    }

    private void field(int data, Pattern form, String before, Set<String> used) {
        for (int end = text.length(); end > data && found.size() < MOST; end--) {
            var value = text.substring(data, end);
            var next = end == text.length() || begins(end);
            if (next && form.matcher(value).matches()) from(end, before + value, used);
        }
    }

    private boolean begins(int at) {
        return FORMS.keySet().stream().anyMatch(id -> text.startsWith(id, at));
    }
}
