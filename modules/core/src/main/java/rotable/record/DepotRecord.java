// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.record;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.fact.Fact;
import rotable.fact.Subject;
import rotable.identity.PartId;
import rotable.identity.PersonId;
import rotable.identity.UnitId;
import rotable.journal.Draft;
import rotable.journal.Entry;
import rotable.journal.Head;
import rotable.people.PinTries;
import rotable.reference.Reference;
import rotable.release.Integrity;
import rotable.release.Integrity.Damage;
import rotable.unit.Hold;
import rotable.unit.Recorded;
import rotable.unit.Unit;

/// The depot's record at one bench: the journal, and what it folds to. Used by one thread at a
/// time.
public interface DepotRecord extends AutoCloseable {
    /// Where this bench's journal stands.
    Head head();

    /// Seals and appends a command: durable, mirrored and folded when this returns. A command that
    /// is already recorded is not recorded twice; its entries are returned.
    ///
    /// @throws RecordProblem when nothing was recorded
    /// @throws IllegalArgumentException when a fact can't stand in an entry: control characters, or
    ///   over 64 KiB
    List<Entry> append(Draft draft) throws RecordProblem;

    /// The reference data as it stands.
    Reference reference();

    /// A unit's dossier; an unknown unit if nothing is recorded of it.
    Unit unit(UnitId id) throws RecordProblem;

    /// Everything recorded about a subject, in canonical order.
    List<Recorded> about(Subject subject) throws RecordProblem;

    /// Units that bear that serial, of any part.
    List<UnitId> unitsWithSerial(String serial) throws RecordProblem;

    /// Units whose serial begins like that, upper and lower case alike; 20 at most.
    List<UnitId> unitsBeginning(String serial) throws RecordProblem;

    /// Units that bear any of those serials.
    List<UnitId> unitsWithAny(Collection<String> serials) throws RecordProblem;

    /// Units whose serial looks like that one ({@link rotable.identity.Skeleton}), that one itself
    /// among them.
    List<UnitId> unitsLookingLike(String serial) throws RecordProblem;

    /// An entry by its hash.
    Optional<Recorded> recorded(String hash) throws RecordProblem;

    /// The serials of every unit of that part.
    List<String> serialsOf(PartId part) throws RecordProblem;

    /// The unit of an order or a release, by its own id.
    Optional<UnitId> unitOf(String ownId) throws RecordProblem;

    /// Units with an open order at this bench, the one touched last first; a hundred at most.
    List<OpenUnit> openHere() throws RecordProblem;

    /// The unit that something was recorded of at this bench last, if that is not long ago.
    Optional<UnitId> lastHere() throws RecordProblem;

    /// Holds on a unit that the centre told of and that have not arrived in their order.
    List<Hold> holdsAhead(UnitId unit);

    /// Units with contradictions between benches that wait for a supervisor.
    List<UnitId> disputed() throws RecordProblem;

    /// A unit that is open.
    ///
    /// @param touched grows with each entry about it
    record OpenUnit(UnitId unit, long touched) {}

    /// Wrong PINs that somebody gave since the last right one.
    PinTries pinTries(PersonId person) throws RecordProblem;

    /// Rehashes a unit's entries as they are stored now: the first that is not what was recorded.
    Optional<Damage> damage(UnitId unit) throws RecordProblem;

    /// How far the chains were verified since the record was opened, and what was found.
    Integrity integrity();

    /// The same, with what was found in the chains that the entries of a unit stand in, or those of
    /// the reference data by which it is judged.
    Integrity integrity(UnitId unit) throws RecordProblem;

    /// Verifies some further entries of the chains.
    ///
    /// @return whether there are more
    boolean verifyFurther() throws RecordProblem;

    /// What the bench's key says for the journal up to its head.
    Fact checkpoint();

    /// Text that was typed for a unit and not entered yet, by field. It is no part of the record.
    Map<String, String> drafts(UnitId unit) throws RecordProblem;

    /// Keeps such a text, of 1,000 characters at most; an empty one is forgotten.
    void draft(UnitId unit, String field, String text) throws RecordProblem;

    /// How many entries the database lacked and its witness brought back when the record was
    /// opened.
    default long broughtBack() {
        return 0;
    }

    /// Whether the witness of the database was found damaged when the record was opened, and was
    /// written anew from it.
    default boolean witnessMended() {
        return false;
    }

    /// How many bytes are left on the disk, where that is little.
    Optional<Long> spaceLeft();

    /// How many entries central has not acknowledged.
    long waiting();

    /// When the oldest of them was recorded.
    Optional<Instant> waitingSince();

    @Override
    void close();
}
