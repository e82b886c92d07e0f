// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.gs1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import rotable.label.Rules;

/// A GS1 Digital Link (GS1 Digital Link Standard: URI Syntax, 1.4): a web address whose path holds
/// a primary key with its qualifiers and whose query may hold further attributes. Compressed links
/// are not read.
public final class DigitalLink {
    private static final CharSet URI = new CharSet("-._~:/?#[]@!$&'()*+,;=%", true);
    private static final CharSet DOMAIN = new CharSet("-.:[]", true);
    private static final List<String> SCHEMES =
            List.of("https://", "http://", "HTTPS://", "HTTP://");

    private static final Pattern MEANT =
            Pattern.compile(
                    "(?:https?|HTTPS?)://(?:[^?#]+/01/\\d{8,14}([/?#].*)?|(?i:id\\.gs1\\.org)/\\d{2,4}/.+)");

    /// The short names that an early edition allowed in place of identifiers.
    private static final Map<String, String> SHORT_NAMES = shortNames();

    private DigitalLink() {}

    /// What is let pass beyond the standard.
    ///
    /// @param shortNames whether `gtin` may stand for 01, and so on
    /// @param shortGtins whether a trade item number of 8, 12 or 13 digits may stand in the path
    public record Leniency(boolean shortNames, boolean shortGtins) {
        public static final Leniency NONE = new Leniency(false, false);
    }

    /// Characters that may stand in a part of an address, beside letters and digits.
    private record CharSet(String others, boolean alphanumeric) {
        int firstOutside(String text, int from, int to) {
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                var common = c < 0x80 && alphanumeric && Character.isLetterOrDigit(c);
                if (!common && others.indexOf(c) < 0) return i;
            }
            return -1;
        }
    }

    /// Whether the text is a web address at all.
    public static boolean address(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7)
                || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /// Whether a web address is meant as a link, sound or not: a trade item number stands in its
    /// path behind 01, or it is one of GS1's own resolver.
    public static boolean meant(String text) {
        return MEANT.matcher(text).matches();
    }

    /// Where a second address begins in the first, in which one would be percent-encoded; -1 where
    /// there is one only.
    public static int second(String text, int from) {
        for (int at = text.indexOf("://", from + 8); at >= 0; at = text.indexOf("://", at + 1))
            for (int length : List.of(4, 5))
                if (address(text.substring(Math.max(from, at - length)))) return at - length;
        return -1;
    }

    /// Takes a link apart.
    public static Elements parse(String text, int from, Leniency leniency) {
        int illegal = URI.firstOutside(text, from, text.length());
        if (illegal >= 0) return wrong("uri-character", illegal);
        var scheme = SCHEMES.stream().filter(s -> text.startsWith(s, from)).findFirst();
        if (scheme.isEmpty()) return wrong("uri-scheme", from);
        int domain = from + scheme.get().length();
        int path = text.indexOf('/', domain);
        if (path <= domain) return wrong("uri-domain", domain);
        int bad = DOMAIN.firstOutside(text, domain, path);
        if (bad >= 0) return wrong("uri-domain", bad);
        int end = orElse(text.indexOf('#', path), text.length());
        int query = orElse(text.indexOf('?', path), end);
        return new LinkParser(text, leniency).read(path, Math.min(query, end), end);
    }

    private static Elements wrong(String rule, int at) {
        return Elements.wrong(Rules.broken(rule, at));
    }

    private static int orElse(int found, int otherwise) {
        return found < 0 ? otherwise : found;
    }

    /// The identifier that a path or query names; digits, or a short name where that is allowed.
    static Optional<ApplicationIdentifier> named(String name, Leniency leniency) {
        var ai = leniency.shortNames() ? SHORT_NAMES.getOrDefault(name, name) : name;
        return ApplicationIdentifiers.of(ai);
    }

    /// Whether those identifiers may follow each other in a path: a primary key, and qualifiers of
    /// one of its sequences, in its order, each at most once.
    static boolean path(List<String> ais) {
        var key = ApplicationIdentifiers.of(ais.getFirst());
        var rest = ais.subList(1, ais.size());
        return key.flatMap(ApplicationIdentifier::qualifiers)
                .filter(all -> all.stream().anyMatch(sequence -> inOrder(rest, sequence)))
                .isPresent();
    }

    private static boolean inOrder(List<String> some, List<String> all) {
        int next = 0;
        for (var ai : some) {
            int found = all.subList(next, all.size()).indexOf(ai);
            if (found < 0) return false;
            next += found + 1;
        }
        return true;
    }

    /// The address of these elements.
    ///
    /// @param stem scheme, domain and what comes before the key
    /// @return absent when none of them is a primary key, or one may not stand in a link
    public static Optional<String> write(List<Element> elements, String stem) {
        var values = new LinkedHashMap<String, Element>();
        for (var e : elements) values.putIfAbsent(e.ai(), e);
        var key =
                values.values().stream()
                        .filter(e -> e.identifier().qualifiers().isPresent())
                        .findFirst();
        if (key.isEmpty()) return Optional.empty();
        var link = new StringBuilder(stem.replaceFirst("/$", ""));
        for (var ai : pathOf(key.get(), values)) {
            var e = values.remove(ai);
            if (e != null)
                link.append('/').append(ai).append('/').append(Percent.encode(e.value(), false));
        }
        var rest = new ArrayList<Element>();
        values.values().stream().filter(e -> e.identifier().fixed()).forEach(rest::add);
        values.values().stream().filter(e -> !e.identifier().fixed()).forEach(rest::add);
        if (!rest.stream().allMatch(e -> e.identifier().attribute())) return Optional.empty();
        char mark = '?';
        for (var e : rest) {
            link.append(mark).append(e.ai()).append('=').append(Percent.encode(e.value(), true));
            mark = '&';
        }
        return Optional.of(link.toString());
    }

    /// The key with the sequence of qualifiers that takes in most of the elements.
    private static List<String> pathOf(Element key, Map<String, Element> values) {
        List<String> best = List.of();
        for (var sequence : key.identifier().qualifiers().orElse(List.of())) {
            var there = sequence.stream().filter(values::containsKey).toList();
            if (there.size() > best.size()) best = there;
        }
        var path = new ArrayList<>(List.of(key.ai()));
        path.addAll(best);
        return path;
    }

    private static Map<String, String> shortNames() {
        var names = new LinkedHashMap<String, String>();
        var list =
                "cpid 8010 cpsn 8011 cpv 22 gcn 255 gdti 253 giai 8004 ginc 401 gln 414 glnx 254"
                        + " gmn 8013 grai 8003 gsin 402 gsrn 8018 gsrnp 8017 gtin 01 itip 8006 lot 10"
                        + " party 417 refno 8020 ser 21 srin 8019 sscc 00";
        var words = list.split(" ");
        for (int i = 0; i < words.length; i += 2) names.put(words[i], words[i + 1]);
        return Map.copyOf(names);
    }
}
