// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rotable.exchange.PinVerifier;
import rotable.exchange.PinVerifier.Given;
import rotable.fact.BenchFact;
import rotable.fact.Subject;
import rotable.journal.Entry;
import rotable.record.RecordProblem;

/// PIN verifiers on their own way between benches. Whose is the newest, the journal says: the last
/// entry that a PIN was set.
final class PinsAway {
    /// The subject under which those entries are indexed.
    static final Subject SET = new Subject(Subject.Kind.OTHER, "*pin-set");

    private final Database database;
    private final Stored stored;
    private final String bench;
    private boolean settled;

    PinsAway(Database database, Stored stored, String bench) {
        this.database = database;
        this.stored = stored;
        this.bench = bench;
    }

    /// Entries came that may say that a PIN was set.
    void changed() {
        settled = false;
    }

    /// The centre may have lost what it was given.
    void again() throws RecordProblem {
        settled = false;
        database.inTransaction(
                db -> {
                    for (var row : db.pinVerifiers())
                        if (row.entry() != null) db.pinOf(row.person(), row.entry(), 0);
                    return 0;
                });
    }

    /// What the centre was not given; absent where nothing is lacking on either side.
    Optional<List<Given>> toGive() throws RecordProblem {
        if (settled) return Optional.empty();
        return database.inTransaction(
                db -> {
                    var mine = new ArrayList<Given>();
                    var last = last(db);
                    var here = new HashMap<String, JournalMapper.PinRow>();
                    for (var row : db.pinVerifiers()) here.put(row.person(), named(db, row));
                    boolean lacking = false;
                    for (var set : last.entrySet()) {
                        var row = here.get(set.getKey());
                        var e = set.getValue().envelope();
                        if (row == null || !set.getValue().hash().equals(row.entry()))
                            lacking = true;
                        else if (e.bench().equals(bench) && row.given() == 0)
                            mine.add(new Given(e.epoch(), e.seq(), row.verifier()));
                    }
                    settled = mine.isEmpty() && !lacking;
                    return settled ? Optional.empty() : Optional.of(mine);
                });
    }

    /// Who last set whose PIN, in canonical order.
    private Map<String, Entry> last(JournalMapper db) {
        var last = new HashMap<String, Entry>();
        for (var r : stored.history(db, SET))
            if (r.fact() instanceof BenchFact.PinSet f) last.put(f.person().value(), r.entry());
        return last;
    }

    /// A verifier that was made here belongs to the last entry of this bench that says so.
    private JournalMapper.PinRow named(JournalMapper db, JournalMapper.PinRow row) {
        if (row.entry() != null) return row;
        Optional<Entry> its = Optional.empty();
        for (var r : stored.history(db, SET))
            if (r.fact() instanceof BenchFact.PinSet f
                    && f.person().value().equals(row.person())
                    && r.stamp().bench().equals(bench)) its = Optional.of(r.entry());
        if (its.isEmpty()) return row;
        db.pinOf(row.person(), its.get().hash(), 0);
        return new JournalMapper.PinRow(row.person(), row.verifier(), its.get().hash(), 0);
    }

    /// Takes in what others set later.
    void take(List<Given> given, List<PinVerifier> newest) throws RecordProblem {
        database.inTransaction(
                db -> {
                    var last = last(db);
                    for (var row : db.pinVerifiers())
                        if (given.stream().anyMatch(g -> g.verifier().equals(row.verifier()))
                                && row.entry() != null) db.pinOf(row.person(), row.entry(), 1);
                    for (var pin : newest) {
                        var set = last.get(pin.person());
                        if (set == null || !set.hash().equals(pin.entry())) continue;
                        if (!PinStore.isVerifier(pin.verifier())) continue;
                        db.dropPinVerifier(pin.person());
                        db.insertPinVerifier(pin.person(), pin.verifier());
                        db.pinOf(pin.person(), pin.entry(), 1);
                    }
                    return newest;
                });
    }
}
