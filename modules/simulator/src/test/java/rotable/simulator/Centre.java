// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rotable.exchange.Advisory;
import rotable.exchange.Central;
import rotable.exchange.CentralHead;
import rotable.exchange.CentralProblem;
import rotable.exchange.CentralProblem.Kind;
import rotable.exchange.Greeting;
import rotable.exchange.Parcel;
import rotable.exchange.PinVerifier;
import rotable.exchange.Placed;
import rotable.exchange.Watermark;
import rotable.fact.ReferenceFact.PersonPublished;
import rotable.fact.ReleaseFact.HoldLifted;
import rotable.fact.ReleaseFact.HoldPlaced;
import rotable.journal.BadEntry;
import rotable.journal.Entry;
import rotable.journal.EntryCodec;
import rotable.journal.Realm;
import rotable.journal.Sha256;

/// A depot's centre in memory: what the functions in PostgreSQL do, once more in Java. A test holds
/// the two together.
// All of the centre in one place, and so longer than most.
final class Centre {
    private final List<Row> journal = new ArrayList<>();
    private final Map<String, Map<String, CentralHead>> heads = new TreeMap<>();
    private final Map<String, Admitted> benches = new HashMap<>();
    private final Map<String, String> forks = new LinkedHashMap<>();
    private Watermark head = Watermark.NONE;
    private boolean refilling;
    private int tokens;

    private record Row(Entry entry, Placed placed) {
        boolean ends() {
            return entry.envelope().index() + 1 == entry.envelope().count();
        }
    }

    private record Admitted(
            @Nullable String token,
            @Nullable String before,
            List<String> given,
            boolean confirmed,
            boolean readmitted,
            boolean agreed,
            Object session) {
        boolean knows(@Nullable String said) {
            return (said != null && said.equals(token))
                    || (!confirmed && (Objects.equals(said, before) || hasArrived(said)));
        }

        /// Whether the bench shows that an answer reached it.
        boolean hasArrived(@Nullable String said) {
            return said != null && (said.equals(token) || given.contains(said));
        }

        /// What was given since it is known that a token arrived.
        List<String> givenWith(String fresh, @Nullable String said) {
            var again = !confirmed && Objects.equals(said, before);
            return Stream.concat(again ? given.stream() : Stream.empty(), Stream.of(fresh))
                    .toList();
        }

        Admitted used() {
            return new Admitted(token, before, given, true, false, agreed, session);
        }

        Admitted with(boolean nowReadmitted, boolean nowAgreed) {
            return new Admitted(token, before, given, confirmed, nowReadmitted, nowAgreed, session);
        }
    }

    /// As it is now; the other goes its own way.
    Centre copy() {
        var copy = new Centre();
        copy.journal.addAll(journal);
        heads.forEach((b, h) -> copy.heads.put(b, new TreeMap<>(h)));
        copy.benches.putAll(benches);
        copy.forks.putAll(forks);
        copy.head = head;
        copy.tokens = tokens + 1_000_000;
        return copy;
    }

    void admit(String bench) {
        benches.put(bench, new Admitted(null, null, List.of(), false, false, false, this));
    }

    void readmit(String bench) {
        benches.computeIfPresent(bench, (b, a) -> a.with(true, a.agreed()));
    }

    void refill() {
        refilling = true;
        benches.replaceAll((b, a) -> a.with(a.readmitted(), false));
    }

    boolean isRefilling() {
        return refilling;
    }

    boolean everybodyAgreed() {
        return benches.values().stream().allMatch(Admitted::agreed);
    }

    void refilled() {
        refilling = false;
    }

    List<String> lines() {
        return journal.stream().map(r -> r.entry().line()).toList();
    }

    List<String> beside() {
        return List.copyOf(forks.values());
    }

    Watermark head() {
        return head;
    }

    boolean has(String hash) {
        return journal.stream().anyMatch(r -> r.entry().hash().equals(hash));
    }

    /// A line of its own.
    Central as(String bench) {
        return as(bench, new Object());
    }

    /// @param session what tells this line from others
    Central as(String bench, Object session) {
        return new AsBench(bench, session);
    }

    private static CentralProblem refused(String why) {
        return new CentralProblem(Kind.FAULTY, why);
    }

    /// Places an entry as it is.
    void place(Entry entry) {
        head = head.following(entry.hash());
        journal.add(new Row(entry, new Placed(head.position(), entry.line(), head.chain())));
        var e = entry.envelope();
        heads.computeIfAbsent(e.bench(), b -> new TreeMap<>())
                .put(e.epoch(), new CentralHead(e.epoch(), e.seq(), entry.hash()));
    }

    private CentralHead headOf(String bench, String epoch) {
        return heads.getOrDefault(bench, Map.of())
                .getOrDefault(epoch, new CentralHead(epoch, 0, Sha256.NONE));
    }

    private static List<Entry> read(List<String> lines) throws CentralProblem {
        try {
            return lines.stream().map(l -> EntryCodec.read(Realm.RECORD, l)).toList();
        } catch (BadEntry e) {
            throw new CentralProblem(Kind.FAULTY, "no entry of this depot", e);
        }
    }

    private final class AsBench implements Central {
        private final String bench;
        private final Object session;

        AsBench(String bench, Object session) {
            this.bench = bench;
            this.session = session;
        }

        private Admitted self() throws CentralProblem {
            var self = benches.get(bench);
            if (self == null)
                throw new CentralProblem(Kind.REFUSED, "this bench is not admitted here");
            return self;
        }

        // One decision after the other as the function has them, and so longer than most.
        @Override
        public Greeting greet(Watermark watermark, String token, String app) throws CentralProblem {
            var self = self();
            @Nullable String said = token.isEmpty() ? null : token;
            boolean same =
                    watermark.position() == 0
                            || (watermark.position() <= journal.size()
                                    && journal.get((int) watermark.position() - 1)
                                            .placed()
                                            .chain()
                                            .equals(watermark.chain()));
            boolean known = self.readmitted() || refilling || self.knows(said);
            var fresh = "t" + tokens++;
            if (known) {
                var still = self.readmitted() && !self.hasArrived(said);
                benches.put(
                        bench,
                        new Admitted(
                                fresh,
                                said,
                                self.givenWith(fresh, said),
                                false,
                                still,
                                same || self.agreed(),
                                session));
            }
            return new Greeting(
                    List.copyOf(heads.getOrDefault(bench, Map.of()).values()),
                    head.position(),
                    same,
                    known,
                    fresh,
                    Instant.EPOCH,
                    head.chain(),
                    refilling,
                    self.readmitted(),
                    known && same ? advisories(watermark.position()) : List.of());
        }

        private List<Advisory> advisories(long after) {
            var counting = new LinkedHashMap<String, Advisory>();
            for (var r : journal.subList((int) Math.min(after, journal.size()), journal.size())) {
                var advisory = new Advisory(r.placed().position(), r.placed().line());
                switch (r.entry().fact()) {
                    case HoldPlaced f -> counting.put(f.hold().value(), advisory);
                    case HoldLifted f -> counting.remove(f.hold().value());
                    case PersonPublished f -> counting.put(f.person().id().value(), advisory);
                    default -> {}
                }
            }
            return counting.values().stream()
                    .sorted(Comparator.comparingLong(Advisory::position))
                    .toList();
        }

        /// Nobody has a PIN here.
        @Override
        public List<PinVerifier> pins(List<PinVerifier.Given> mine) throws CentralProblem {
            self();
            return List.of();
        }

        @Override
        public CentralHead append(Parcel parcel) throws CentralProblem {
            var self = self();
            if (refilling) throw refused("the centre is being filled up again");
            if (self.session().equals(session)) benches.put(bench, self.used());
            var entries = read(parcel.lines());
            if (entries.isEmpty()) throw refused("nothing was sent");
            var at = headOf(bench, parcel.epoch());
            var first = entries.getFirst().envelope();
            check(parcel, entries);
            var beside = first.seq() > at.seq() + 1 && forks.containsKey(first.prev());
            if (first.seq() > at.seq() + 1 && !beside)
                throw refused("entry %d is missing before these".formatted(at.seq() + 1));
            int skip = Math.clamp(at.seq() - first.seq() + 1, 0, entries.size());
            var fits = entries.subList(0, skip).stream().allMatch(e -> has(e.hash()));
            if (fits && skip == 0) fits = !beside && first.prev().equals(at.hash());
            if (!fits) {
                entries.stream()
                        .filter(e -> !has(e.hash()))
                        .forEach(e -> forks.put(e.hash(), e.line()));
                throw new CentralProblem(Kind.FORKED, "the centre has other entries");
            }
            entries.subList(skip, entries.size()).forEach(Centre.this::place);
            return headOf(bench, parcel.epoch());
        }

        private void check(Parcel parcel, List<Entry> entries) throws CentralProblem {
            @Nullable Entry before = null;
            for (var entry : entries) {
                var e = entry.envelope();
                if (!e.bench().equals(bench) || !e.epoch().equals(parcel.epoch()))
                    throw refused("no entry of this depot, bench and epoch");
                if (before != null
                        && (e.seq() != before.envelope().seq() + 1
                                || !e.prev().equals(before.hash())))
                    throw refused("the entries do not follow each other");
                before = entry;
            }
            whole(entries);
        }

        private static void whole(List<Entry> entries) throws CentralProblem {
            var ended = true;
            for (var entry : entries) {
                if (ended != (entry.envelope().index() == 0))
                    throw refused("a command that is not whole");
                ended = ends(entry);
            }
            if (!ended) throw refused("a command that is not whole");
        }

        private static boolean ends(Entry entry) {
            return entry.envelope().index() + 1 == entry.envelope().count();
        }

        @Override
        public List<Placed> pull(long after, int limit) throws CentralProblem {
            var self = self();
            if (self.session().equals(session)) benches.put(bench, self.used());
            int from = (int) Math.min(after, journal.size());
            int until = Math.min(journal.size(), from + limit);
            while (until > from && until < journal.size() && !journal.get(until - 1).ends())
                until++;
            return journal.subList(from, Math.max(from, until)).stream().map(Row::placed).toList();
        }

        @Override
        public Watermark refill(long after, List<String> lines) throws CentralProblem {
            self();
            if (!refilling) throw refused("the centre is not being filled up");
            if (after != head.position()) return head;
            var entries = read(lines);
            whole(entries);
            for (var entry : entries) {
                var e = entry.envelope();
                var at = headOf(e.bench(), e.epoch());
                if (e.seq() != at.seq() + 1 || !e.prev().equals(at.hash()))
                    throw refused("an entry that does not follow");
                place(entry);
            }
            return head;
        }

        @Override
        public boolean await(int millis) {
            return false;
        }

        @Override
        public void close() {}
    }
}
