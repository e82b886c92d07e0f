// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import rotable.fact.Evidence;
import rotable.fact.Fact;
import rotable.fact.IntakeFact;
import rotable.fact.RepairFact;
import rotable.fact.Subject;
import rotable.identity.Child;
import rotable.identity.OrderId;
import rotable.identity.PartId;
import rotable.identity.PositionId;
import rotable.identity.UnitId;

class EntryCodecTest {
    private static final UnitId UNIT = new UnitId(new PartId("ACME", "PSU"), "K7Q0042");

    private static Entry sealed(Realm realm, Fact fact) {
        var sealer =
                new Sealer(realm, "depot", "test", () -> "01900000-0000-7000-8000-000000000000");
        var moment =
                new Moment(
                        Instant.parse("2026-11-20T08:00:00.000001Z"),
                        "boot",
                        17,
                        Optional.empty(),
                        Optional.empty());
        var draft = new Draft(new UUID(0, 1), "ana", Optional.empty(), moment, List.of(fact));
        return sealer.seal(new Head("B1", "e", 1, 0, Sha256.NONE), 0, draft).getFirst();
    }

    private static Entry note(String text) {
        return sealed(Realm.RECORD, new IntakeFact.Noted(UNIT, Optional.empty(), text));
    }

    @Test
    void the_bytes_of_a_line_are_the_ones_that_landed() {
        assertEquals(
                "{\"app\":\"test\",\"bench\":\"B1\",\"body\":{\"text\":\"fan is loud\",\"unit\":"
                        + "\"ACME/PSU/K7Q0042\"},\"boot\":\"boot\",\"command\":"
                        + "\"00000000-0000-0000-0000-000000000001\",\"count\":1,\"depot\":\"depot\","
                        + "\"entry\":\"01900000-0000-7000-8000-000000000000\",\"epoch\":\"e\","
                        + "\"index\":0,\"monotonic\":17,\"occurredAt\":\"2026-11-20T08:00:00.000001Z\","
                        + "\"operator\":\"ana\",\"prev\":"
                        + "\"0000000000000000000000000000000000000000000000000000000000000000\","
                        + "\"seen\":0,\"seq\":1,\"subjects\":[{\"id\":\"ACME/PSU/K7Q0042\",\"kind\":"
                        + "\"unit\"}],\"type\":\"noted\",\"typeVersion\":1,\"v\":1}",
                note("fan is loud").line());
    }

    @Test
    void every_fact_has_a_tag_and_no_two_share_one() {
        var leaves = leaves(Fact.class);
        leaves.remove(Fact.Unknown.class);
        assertEquals(new HashSet<>(leaves), new HashSet<>(FactTypes.known()));
        assertEquals(FactTypes.known().size(), leaves.size());
    }

    private static List<Class<?>> leaves(Class<?> type) {
        if (!type.isSealed()) return new ArrayList<>(List.of(type));
        var all = new ArrayList<Class<?>>();
        for (var sub : type.getPermittedSubclasses()) all.addAll(leaves(sub));
        return all;
    }

    @Test
    void what_is_read_back_is_what_was_sealed() {
        var lot = new Child.Lot(new PartId("ACME", "FAN-KIT"), "F-2211");
        var fact =
                new RepairFact.Installed(
                        UNIT,
                        new OrderId("RO-KA-2222-2"),
                        new PositionId("A2"),
                        lot,
                        Evidence.inferred());
        var entry = sealed(Realm.RECORD, fact);
        var read = EntryCodec.read(Realm.RECORD, entry.line());
        assertEquals(entry, read);
    }

    @Test
    void a_rehearsal_never_hashes_like_a_record() {
        var fact = new IntakeFact.Noted(UNIT, Optional.empty(), "x");
        assertNotEquals(sealed(Realm.RECORD, fact).hash(), sealed(Realm.REHEARSAL, fact).hash());
    }

    @Test
    void an_unknown_type_is_kept_whole() {
        var line = note("x").line().replace("\"type\":\"noted\"", "\"type\":\"sung\"");
        var entry = EntryCodec.read(Realm.RECORD, line);
        var unknown = (Fact.Unknown) entry.fact();
        assertEquals("sung", unknown.type());
        assertEquals(List.of(Subject.of(UNIT)), unknown.subjects());
        assertTrue(unknown.body().contains("\"text\":\"x\""));
        assertEquals(line, entry.line());
    }

    @Test
    void control_characters_can_not_be_recorded() {
        assertThrows(IllegalArgumentException.class, () -> note("a\u001Db"));
        assertThrows(IllegalArgumentException.class, () -> note("a\u0000b"));
        assertThrows(IllegalArgumentException.class, () -> note("half \uD83D pair"));
    }

    @Test
    void an_entry_longer_than_64_KiB_can_not_be_recorded() {
        assertThrows(IllegalArgumentException.class, () -> note("x".repeat(64 * 1024)));
    }

    @Test
    void what_is_no_entry_is_refused_in_words() {
        for (var bad : List.of("", "[]", "{}", "{\"v\":1}", "not json", "{\"v\":1,\"v\":1}"))
            assertThrows(BadEntry.class, () -> EntryCodec.read(Realm.RECORD, bad), bad);
    }

    @Property(tries = 300)
    void any_text_without_control_characters_comes_back(@ForAll String text) {
        var clean =
                text.codePoints()
                        .allMatch(c -> c >= 0x20 && c != 0x7F && (c < 0xD800 || c > 0xDFFF));
        if (!clean || text.length() > 1000) return;
        var read = EntryCodec.read(Realm.RECORD, note(text).line());
        assertEquals(new IntakeFact.Noted(UNIT, Optional.empty(), text), read.fact());
    }

    @Property(tries = 300)
    void any_changed_character_changes_the_hash(@ForAll int at) {
        var entry = note("fan is loud");
        var i = Math.floorMod(at, entry.line().length());
        var changed = new StringBuilder(entry.line());
        changed.setCharAt(i, entry.line().charAt(i) == '~' ? '!' : '~');
        assertNotEquals(entry.hash(), EntryCodec.hash(Realm.RECORD, changed.toString()));
    }

    /// A faulty program's entry must not stop everything that comes after it.
    @Test
    void a_body_that_its_type_does_not_allow_is_kept_whole() {
        var line = note("x").line();
        for (var body :
                List.of(
                        "{}",
                        "{\"unit\":7}",
                        "{\"text\":null,\"unit\":\"A/B/C\"}",
                        "{\"text\":\"a\",\"text\":\"b\",\"unit\":\"A/B/C\"}")) {
            var poisoned = line.replace("{\"text\":\"x\",\"unit\":\"ACME/PSU/K7Q0042\"}", body);
            assertNotEquals(line, poisoned);
            var read = EntryCodec.read(Realm.RECORD, poisoned);
            var fact = assertInstanceOf(Fact.Unknown.class, read.fact(), body);
            assertEquals("noted", fact.type());
            assertEquals(poisoned, read.line());
            assertEquals(List.of(Subject.of(UNIT)), read.envelope().subjects());
        }
    }

    @Test
    void a_subject_that_nobody_could_look_up_is_passed_over() {
        var line = note("x").line();
        var odd =
                line.replace(
                        "[{\"id\":\"ACME/PSU/K7Q0042\",\"kind\":\"unit\"}]",
                        "[{\"id\":\"nonsense\",\"kind\":\"unit\"},{\"id\":\"7\",\"kind\":\"tray\"}]");
        assertNotEquals(line, odd);
        assertEquals(
                List.of(new Subject(Subject.Kind.OTHER, "7")),
                EntryCodec.read(Realm.RECORD, odd).envelope().subjects());
    }
}
