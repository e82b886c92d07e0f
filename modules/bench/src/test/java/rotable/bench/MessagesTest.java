// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rotable.decision.Refusal;
import rotable.decision.Settlement;
import rotable.fact.CaseFact;
import rotable.fact.Fact;
import rotable.fact.IntakeFact.Checked;
import rotable.fact.ReferenceFact.CodePublished;
import rotable.fact.ReleaseFact.Ended;
import rotable.fact.ReleaseFact.Rejected.BackTo;
import rotable.fact.TestFact.TestEnded;
import rotable.identity.Child;
import rotable.identity.OrderId;
import rotable.identity.PartId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;
import rotable.people.Role;
import rotable.reference.Reference;
import rotable.release.Finding;
import rotable.release.Stage;
import rotable.scan.Scan;
import rotable.turnaround.Turnaround;
import rotable.unit.Case;
import rotable.unit.Release;

class MessagesTest {
    private static final List<Class<?>> SAID =
            List.of(
                    Refusal.class,
                    Finding.class,
                    Word.class,
                    Scan.Why.class,
                    Fact.class,
                    CaseFact.Stated.class);
    private static final List<Class<? extends Enum<?>>> ENUMS =
            List.of(
                    TestEnded.Result.class,
                    Checked.Answer.class,
                    Ended.Ending.class,
                    BackTo.class,
                    Role.class,
                    CodePublished.Kind.class,
                    Heard.Kind.class,
                    Stage.class,
                    Turnaround.Wait.class,
                    Answer.Outcome.class,
                    Action.class,
                    Case.Rule.class,
                    Word.Why.class,
                    Word.Closing.class,
                    Release.Revocation.class,
                    Settlement.class);
    private static final UnitId UNIT = new UnitId(new PartId("ACME", "PSU"), "K7");
    private final ResourceBundle bundle =
            ResourceBundle.getBundle("rotable.bench.messages", Locale.ROOT);

    private static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) return new ArrayList<>(List.of(type));
        var all = new ArrayList<Class<?>>();
        for (var sub : type.getPermittedSubclasses()) all.addAll(leaves(sub));
        return all;
    }

    private static String key(Class<?> leaf) {
        return leaf.getEnclosingClass().getSimpleName() + "." + leaf.getSimpleName();
    }

    private static List<Class<?>> all() {
        return SAID.stream().flatMap(s -> leaves(s).stream()).toList();
    }

    @Test
    void everything_that_can_be_said_has_a_sentence() {
        var missing = new TreeSet<String>();
        for (var leaf : all()) if (!bundle.containsKey(key(leaf))) missing.add(key(leaf));
        assertEquals(Set.of(), missing);
    }

    /// Years later, somebody wants to know which way it went.
    @Test
    void a_settlement_says_what_it_made_of_the_case() {
        assertEquals(
                "Settled for K7, as the record has it: seen", settled(Optional.empty(), List.of()));
        var second = Optional.of(new OrderId("RO-KA-223M-B"));
        assertEquals(
                "Settled for K7: one unit, RO-KA-223M-B counts for RO-KA-222F-C: seen",
                settled(second, List.of()));
        var at = new PositionId("A3");
        var board = new PartId("ACME", "CTRL-BD");
        Child child = new Child.Serialised(new UnitId(board, "CB-1"));
        var tree =
                List.of(
                        new CaseFact.Stated(UNIT, at, Optional.of(child), Optional.empty()),
                        new CaseFact.Stated(UNIT, at, Optional.empty(), Optional.empty()));
        assertEquals(
                "Settled for K7: A3 of K7 holds CTRL-BD CB-1, A3 of K7 is empty: seen",
                settled(Optional.empty(), tree));
    }

    private static String settled(Optional<OrderId> merged, List<CaseFact.Stated> tree) {
        var first = new OrderId("RO-KA-222F-C");
        var fact =
                new CaseFact.Settled(
                        UNIT, first, "case", merged, tree, List.of(UNIT), "seen", List.of());
        return new Messages(Locale.ROOT).text(fact, Reference.EMPTY, Instant.EPOCH);
    }

    @Test
    void no_sentence_is_left_that_nothing_says() {
        var known = new HashSet<String>();
        all().forEach(l -> known.add(key(l)));
        known.addAll(words());
        var unused = new TreeSet<String>();
        for (var k : bundle.keySet()) {
            var base = k.replaceFirst("\\.(next|without|merged|stated)$", "");
            if (!known.contains(base)) unused.add(k);
        }
        assertEquals(Set.of(), unused);
    }

    private static Set<String> words() {
        var words = new TreeSet<String>();
        for (var type : ENUMS)
            for (var constant : type.getEnumConstants())
                words.add(type.getSimpleName() + "." + constant.name());
        return words;
    }

    @Test
    void everything_that_is_told_apart_by_a_word_has_one() {
        var missing = new TreeSet<>(words());
        missing.removeAll(bundle.keySet());
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_argument_of_a_sentence_exists() {
        var hole = Pattern.compile("\\{(\\d)}");
        for (var leaf : all())
            for (var k : List.of(key(leaf), key(leaf) + ".next", key(leaf) + ".without")) {
                if (!bundle.containsKey(k)) continue;
                var m = hole.matcher(bundle.getString(k));
                while (m.find())
                    assertTrue(Integer.parseInt(m.group(1)) < leaf.getRecordComponents().length, k);
            }
    }

    @Test
    void every_refusal_says_what_to_do_next() {
        var silent = new TreeSet<String>();
        for (var leaf : leaves(Refusal.class))
            if (!bundle.containsKey(key(leaf) + ".next")) silent.add(key(leaf));
        assertEquals(Set.of("Refusal.NotMet"), silent);
    }
}
