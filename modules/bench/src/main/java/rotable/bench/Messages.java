// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rotable.fact.CaseFact;
import rotable.fact.Fact;
import rotable.identity.Child;
import rotable.identity.PersonId;
import rotable.identity.UnitId;
import rotable.reference.Reference;
import rotable.release.Finding;

/// Turns what is said into sentences. A value's key is its type's name with the one around it, such
/// as `Refusal.NoUnitInHand`; its components are the arguments `{0}`, `{1}` …; the next step stands
/// under the key with `.next`.
public final class Messages {
    private static final Pattern HOLE = Pattern.compile("\\{(\\d)}");

    private final ResourceBundle bundle;

    public Messages(Locale locale) {
        bundle = ResourceBundle.getBundle("rotable.bench.messages", locale);
    }

    /// What happened.
    public String text(Record said, Reference reference, Instant now) {
        var without = key(said) + ".without";
        var key = lacks(without, said) ? without : variant(said);
        return fill(key, said, reference, now);
    }

    /// A settlement says which way it went.
    private static String variant(Record said) {
        if (!(said instanceof CaseFact.Settled s)) return key(said);
        if (s.merged().isPresent()) return key(said) + ".merged";
        return s.tree().isEmpty() ? key(said) : key(said) + ".stated";
    }

    /// Whether something that the sentence names is not there, and there is a sentence for that.
    private boolean lacks(String without, Record said) {
        if (!bundle.containsKey(without)) return false;
        return HOLE.matcher(bundle.getString(key(said)))
                .results()
                .map(hole -> value(said, hole))
                .anyMatch(Optional.empty()::equals);
    }

    /// What to do next; empty where nothing is to be done.
    public String next(Record said, Reference reference, Instant now) {
        var key = key(said) + ".next";
        return bundle.containsKey(key) ? fill(key, said, reference, now) : "";
    }

    /// A text without arguments.
    public String word(String key) {
        return bundle.getString(key);
    }

    static String key(Record said) {
        var type = said.getClass();
        return type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
    }

    private String fill(String key, Record said, Reference reference, Instant now) {
        return HOLE.matcher(bundle.getString(key))
                .replaceAll(
                        hole -> Matcher.quoteReplacement(show(value(said, hole), reference, now)));
    }

    private static Object value(Record said, MatchResult hole) {
        var component = said.getClass().getRecordComponents()[Integer.parseInt(hole.group(1))];
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(said);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record's accessor can be called", e);
        }
    }

    private String show(Object value, Reference reference, Instant now) {
        return switch (value) {
            case Optional<?> o -> o.map(x -> show(x, reference, now)).orElse("–");
            case Collection<?> c ->
                    String.join(", ", c.stream().map(x -> show(x, reference, now)).toList());
            case Instant t -> time(t, reference.zone(), now);
            case LocalDate d -> d.toString();
            case UnitId u -> u.serial();
            case Child c -> c.part().number() + " " + c.mark();
            case PersonId p -> reference.nameOf(p.value());
            case rotable.identity.PartId p -> p.number();
            case rotable.fact.Reading r -> (r.value() + " " + r.unit()).strip();
            case Fact f -> text((Record) f, reference, now);
            case Finding f -> text((Record) f, reference, now);
            case CaseFact.Stated s -> text(s, reference, now);
            case Duration d -> "%d:%02d min".formatted(d.toMinutes(), d.toSecondsPart());
            case Enum<?> e -> word(e.getDeclaringClass().getSimpleName() + "." + e.name());
            default -> value.toString();
        };
    }

    /// The time of day, with the date where it is not today's.
    private static String time(Instant t, ZoneId zone, Instant now) {
        var local = t.atZone(zone);
        var today = now.atZone(zone).toLocalDate().equals(local.toLocalDate());
        return local.format(DateTimeFormatter.ofPattern(today ? "HH:mm" : "uuuu-MM-dd HH:mm"));
    }
}
