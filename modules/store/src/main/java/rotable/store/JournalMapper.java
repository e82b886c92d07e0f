// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Lang;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;
import org.jspecify.annotations.Nullable;
import rotable.journal.Entry;

/// The SQL of the store, in the part of the language that Derby and its successors share.
// All SQL in one place, and so longer than most.
interface JournalMapper {
    /// How a row becomes a [StoredRow]; said once, where the first of them is read.
    String STORED = "stored";

    String COLUMNS =
            "SELECT e.arrival, e.hash, e.line, e.position, o.why, o.case_rule, o.clash_first,"
                    + " o.clash_second";
    String ROW = COLUMNS + " FROM entry e";
    String JOINS = " LEFT JOIN outcome o ON o.hash = e.hash";
    String ENTRY =
            "INSERT INTO entry (arrival, hash, hash_key, type, line, position) VALUES (#{no},"
                    + " #{hash}, #{hashKey}, #{type},"
                    + " #{line,typeHandler=org.apache.ibatis.type.ByteArrayTypeHandler},"
                    + " #{position,jdbcType=BIGINT})";
    String OWN =
            "INSERT INTO own_entry (epoch, seq, command, idx, arrival) VALUES (#{epoch}, #{seq},"
                    + " #{command}, #{idx}, #{no})";
    String OWN_ROW = COLUMNS + " FROM own_entry w JOIN entry e ON e.arrival = w.arrival";
    String SUBJECT = "INSERT INTO subject_entry (kind, id, arrival) VALUES (#{kind}, #{id}, #{no})";

    @Insert(ENTRY)
    void insert(EntryRow row);

    @Lang(Together.class)
    @Insert(ENTRY)
    void insertEntries(@Param("rows") List<EntryRow> rows);

    @Insert(OWN)
    void insertOwn(OwnRow row);

    @Lang(Together.class)
    @Insert(OWN)
    void insertOwns(@Param("rows") List<OwnRow> rows);

    @Insert(SUBJECT)
    void insertSubject(SubjectRow row);

    @Lang(Together.class)
    @Insert(SUBJECT)
    void insertSubjects(@Param("rows") List<SubjectRow> rows);

    @Insert(
            "INSERT INTO outcome (hash, why, case_rule, clash_first, clash_second) VALUES (#{hash},"
                    + " #{why}, #{rule,jdbcType=VARCHAR}, #{first,jdbcType=CHAR},"
                    + " #{second,jdbcType=CHAR})")
    void insertOutcome(OutcomeRow row);

    @Update(
            "UPDATE unit_row SET bench = #{bench,jdbcType=VARCHAR}, is_open = #{open}, disputed ="
                    + " #{disputed}, touched = #{touched} WHERE unit = #{unit}")
    int updateUnit(UnitRow row);

    @Insert(
            "INSERT INTO unit_row (unit, serial, skeleton, bench, is_open, disputed, touched) VALUES"
                    + " (#{unit}, #{serial}, #{skeleton}, #{bench,jdbcType=VARCHAR}, #{open},"
                    + " #{disputed}, #{touched})")
    void insertUnit(UnitRow row);

    @Insert("INSERT INTO own_id (id, unit) VALUES (#{id}, #{unit})")
    void insertOwnId(@Param("id") String id, @Param("unit") String unit);

    @Select("SELECT unit FROM own_id WHERE id = #{id}")
    @Nullable String unitOf(String id);

    @Select(
            "SELECT unit FROM unit_row WHERE (serial >= #{from} AND serial < #{to}) OR (serial >="
                    + " #{upper} AND serial < #{upperTo}) ORDER BY serial, unit FETCH FIRST 20 ROWS"
                    + " ONLY")
    List<String> unitsBeginning(
            @Param("from") String from,
            @Param("to") String to,
            @Param("upper") String upper,
            @Param("upperTo") String upperTo);

    @Select("SELECT unit FROM unit_row WHERE disputed = 1 ORDER BY unit")
    List<String> disputed();

    @Select("SELECT unit FROM unit_row ORDER BY unit")
    List<String> units();

    @Select("SELECT unit FROM unit_row WHERE skeleton = #{skeleton} ORDER BY unit")
    List<String> unitsLooking(String skeleton);

    @Select(
            "<script>SELECT unit FROM unit_row WHERE serial IN <foreach collection='serials' item='s'"
                    + " open='(' separator=',' close=')'>#{s}</foreach> ORDER BY unit</script>")
    List<String> unitsWithAny(@Param("serials") Collection<String> serials);

    @Select("SELECT unit FROM unit_row WHERE skeleton IS NULL FETCH FIRST 1000 ROWS ONLY")
    List<String> unitsWithoutSkeleton();

    @Update("UPDATE unit_row SET skeleton = #{skeleton} WHERE unit = #{unit}")
    void skeleton(@Param("unit") String unit, @Param("skeleton") String skeleton);

    @Select("SELECT serial FROM unit_row WHERE unit >= #{from} AND unit < #{to} ORDER BY unit")
    List<String> serialsBetween(@Param("from") String from, @Param("to") String to);

    @Select("SELECT unit FROM unit_row WHERE serial = #{serial} ORDER BY unit")
    List<String> unitsWithSerial(String serial);

    @Select(
            "SELECT unit, touched FROM unit_row WHERE is_open = 1 AND bench = #{bench} ORDER BY"
                    + " touched DESC FETCH FIRST 100 ROWS ONLY")
    @Arg(column = "unit", javaType = String.class)
    @Arg(column = "touched", javaType = long.class)
    List<OpenRow> openAt(String bench);

    @Select(
            COLUMNS
                    // Derby joins in the order written where outer joins follow.
                    + " FROM subject_entry s JOIN entry e ON e.arrival = s.arrival"
                    + JOINS
                    + " WHERE s.kind = #{kind} AND"
                    + " s.id = #{id} ORDER BY CASE WHEN e.position IS NULL THEN 1 ELSE 0 END, e.position,"
                    + " e.arrival")
    @Results(id = STORED)
    @Arg(column = "arrival", javaType = long.class)
    @Arg(column = "hash", javaType = String.class)
    @Arg(column = "line", javaType = byte[].class)
    @Arg(column = "position", javaType = Long.class)
    @Arg(column = "why", javaType = String.class)
    @Arg(column = "case_rule", javaType = String.class)
    @Arg(column = "clash_first", javaType = String.class)
    @Arg(column = "clash_second", javaType = String.class)
    List<StoredRow> about(@Param("kind") String kind, @Param("id") String id);

    @Select(
            ROW
                    + JOINS
                    + " ORDER BY CASE WHEN e.position IS NULL THEN 1 ELSE 0 END, e.position,"
                    + " e.arrival")
    @Options(fetchSize = 500)
    @ResultMap(STORED)
    Cursor<StoredRow> all();

    @Select(OWN_ROW + JOINS + " WHERE w.command = #{command} ORDER BY w.idx")
    @ResultMap(STORED)
    List<StoredRow> ofCommand(String command);

    @Select(ROW + JOINS + " WHERE e.arrival > #{from} AND e.arrival <= #{to} ORDER BY e.arrival")
    @ResultMap(STORED)
    List<StoredRow> between(@Param("from") long from, @Param("to") long to);

    @Select(
            OWN_ROW
                    + JOINS
                    + " WHERE w.arrival > #{from} AND w.arrival <= #{to} ORDER BY w.arrival")
    @ResultMap(STORED)
    List<StoredRow> own(@Param("from") long from, @Param("to") long to);

    @Select(OWN_ROW + JOINS + " WHERE w.epoch = #{epoch} AND w.seq = #{seq}")
    @ResultMap(STORED)
    @Nullable StoredRow at(@Param("epoch") String epoch, @Param("seq") long seq);

    @Select(
            COLUMNS
                    + " FROM subject_entry s JOIN entry e ON e.arrival = s.arrival"
                    + JOINS
                    + " WHERE s.kind = 'BENCH' AND e.type = 'epoch-begun' ORDER BY e.arrival")
    @ResultMap(STORED)
    List<StoredRow> epochs();

    @Select("SELECT MAX(seq) FROM own_entry WHERE epoch = #{epoch}")
    @Nullable Long lastOf(String epoch);

    @Select(
            OWN_ROW
                    + JOINS
                    + " WHERE w.epoch = #{epoch} AND w.seq > #{after} AND w.seq <= #{to} ORDER BY"
                    + " w.seq")
    @ResultMap(STORED)
    List<StoredRow> following(
            @Param("epoch") String epoch, @Param("after") long after, @Param("to") long to);

    @Select(
            ROW
                    + JOINS
                    + " WHERE e.position > #{after} AND e.position <= #{to} ORDER BY e.position")
    @Options(fetchSize = 500)
    @ResultMap(STORED)
    Cursor<StoredRow> placed(@Param("after") long after, @Param("to") long to);

    @Select("SELECT placed FROM acknowledged WHERE epoch = #{epoch}")
    @Nullable Long lastPlaced(String epoch);

    @Select("SELECT arrival FROM entry WHERE hash_key = #{key} AND hash = #{hash}")
    @Nullable Long arrivalWith(@Param("key") String key, @Param("hash") String hash);

    default @Nullable Long arrivalOf(String hash) {
        return arrivalWith(EntryRow.key(hash), hash);
    }

    @Update("UPDATE entry SET position = #{position} WHERE arrival = #{no}")
    void place(@Param("no") long no, @Param("position") long position);

    @Select("SELECT MAX(arrival) FROM subject_entry WHERE kind = #{kind} AND id = #{id}")
    @Nullable Long lastAbout(@Param("kind") String kind, @Param("id") String id);

    @Delete("DELETE FROM outcome WHERE hash = #{hash}")
    void dropOutcome(String hash);

    @Select("SELECT seq FROM acknowledged WHERE epoch = #{epoch}")
    @Nullable Long acknowledged(String epoch);

    @Update("UPDATE acknowledged SET seq = #{seq} WHERE epoch = #{epoch}")
    int updateAcknowledged(@Param("epoch") String epoch, @Param("seq") long seq);

    @Update("UPDATE acknowledged SET placed = #{seq} WHERE epoch = #{epoch}")
    void updatePlaced(@Param("epoch") String epoch, @Param("seq") long seq);

    @Insert("INSERT INTO acknowledged (epoch, seq, placed) VALUES (#{epoch}, #{seq}, 0)")
    void insertAcknowledged(@Param("epoch") String epoch, @Param("seq") long seq);

    @Select("SELECT text FROM exchange WHERE name = #{name}")
    @Nullable String exchange(String name);

    @Update("UPDATE exchange SET text = #{text} WHERE name = #{name}")
    int updateExchange(@Param("name") String name, @Param("text") String text);

    @Insert("INSERT INTO exchange (name, text) VALUES (#{name}, #{text})")
    void insertExchange(@Param("name") String name, @Param("text") String text);

    @Select(ROW + JOINS + " WHERE e.arrival = 1")
    @ResultMap(STORED)
    @Nullable StoredRow first();

    @Select("SELECT MIN(arrival) FROM entry WHERE arrival > #{after}")
    @Nullable Long nextAfter(long after);

    @Select("SELECT COALESCE(MAX(arrival), 0) FROM entry")
    long lastNo();

    @Select(
            ROW
                    + JOINS
                    + " WHERE e.type IN ('pin-refused', 'pin-accepted', 'pin-unlocked', 'pin-set')"
                    + " ORDER BY e.arrival")
    @ResultMap(STORED)
    Cursor<StoredRow> pins();

    @Delete("DELETE FROM subject_entry")
    void dropSubjects();

    @Delete("DELETE FROM subject_entry WHERE arrival > #{no}")
    void dropSubjectsAfter(long no);

    @Delete("DELETE FROM outcome")
    void dropOutcomes();

    @Delete("DELETE FROM unit_row")
    void dropUnits();

    @Delete("DELETE FROM own_id")
    void dropOwnIds();

    @Select(
            "SELECT 's ' || kind || ' ' || id || ' ' || CAST(arrival AS CHAR(20)) FROM subject_entry"
                    + " UNION ALL SELECT 'o ' || hash || ' ' || why || ' ' || COALESCE(case_rule, '-') || ' ' || COALESCE(clash_first, '-') || ' ' || COALESCE(clash_second, '-') FROM outcome UNION ALL SELECT"
                    + " 'u ' || unit || ' ' || COALESCE(bench, '-') || ' ' || CAST(is_open AS"
                    + " CHAR(6)) || ' ' || CAST(disputed AS CHAR(6)) || ' ' || CAST(touched AS CHAR(20)) FROM unit_row UNION ALL SELECT 't ' || person || ' ' || CAST(wrong AS CHAR(10)) || ' ' || CAST(last_micros AS CHAR(20)) FROM pin_tries UNION ALL SELECT"
                    + " 'i ' || id || ' ' || unit FROM own_id ORDER BY 1")
    Cursor<String> readModels();

    @Delete("DELETE FROM pin_tries")
    void dropAllPinTries();

    @Delete("DELETE FROM pin_tries WHERE person = #{person}")
    void dropPinTries(String person);

    @Insert(
            "INSERT INTO pin_tries (person, wrong, last_micros) VALUES (#{person}, #{wrong}, #{last})")
    void insertPinTries(
            @Param("person") String person, @Param("wrong") int wrong, @Param("last") long last);

    @Select("SELECT wrong, last_micros FROM pin_tries WHERE person = #{person}")
    @Arg(column = "wrong", javaType = int.class)
    @Arg(column = "last_micros", javaType = long.class)
    @Nullable TriesRow pinTries(String person);

    @Select("SELECT field, text FROM draft WHERE unit = #{unit}")
    @Arg(column = "field", javaType = String.class)
    @Arg(column = "text", javaType = String.class)
    List<DraftRow> drafts(String unit);

    @Delete("DELETE FROM draft WHERE unit = #{unit} AND field = #{field}")
    void dropDraft(@Param("unit") String unit, @Param("field") String field);

    @Insert("INSERT INTO draft (unit, field, text) VALUES (#{unit}, #{field}, #{text})")
    void insertDraft(
            @Param("unit") String unit, @Param("field") String field, @Param("text") String text);

    @Select("SELECT position, line FROM advisory WHERE position > #{after} ORDER BY position")
    @Arg(column = "position", javaType = long.class)
    @Arg(column = "line", javaType = byte[].class)
    List<AdvisoryRow> advisories(long after);

    /// What is heeded before it arrives.
    record AdvisoryRow(long position, byte[] line) {}

    @Delete("DELETE FROM advisory")
    void dropAdvisories();

    @Insert(
            "INSERT INTO advisory (position, line) VALUES (#{position},"
                    + " #{line,typeHandler=org.apache.ibatis.type.ByteArrayTypeHandler})")
    void insertAdvisory(@Param("position") long position, @Param("line") byte[] line);

    @Select("SELECT person, verifier, entry, given FROM pin_verifier ORDER BY person")
    @Arg(column = "person", javaType = String.class)
    @Arg(column = "verifier", javaType = String.class)
    @Arg(column = "entry", javaType = String.class)
    @Arg(column = "given", javaType = int.class)
    List<PinRow> pinVerifiers();

    @Update("UPDATE pin_verifier SET entry = #{entry}, given = #{given} WHERE person = #{person}")
    void pinOf(
            @Param("person") String person,
            @Param("entry") String entry,
            @Param("given") int given);

    /// A person's PIN verifier.
    ///
    /// @param entry the hash of the entry that says that it was set; absent until it was looked for
    /// @param given 1 if the centre has it
    record PinRow(String person, String verifier, @Nullable String entry, int given) {}

    @Select("SELECT verifier FROM pin_verifier WHERE person = #{person}")
    @Nullable String pinVerifier(String person);

    @Delete("DELETE FROM pin_verifier WHERE person = #{person}")
    void dropPinVerifier(String person);

    @Insert("INSERT INTO pin_verifier (person, verifier) VALUES (#{person}, #{verifier})")
    void insertPinVerifier(@Param("person") String person, @Param("verifier") String verifier);

    /// Why an entry has no effect, and the case if it is one.
    record OutcomeRow(
            String hash,
            String why,
            @Nullable String rule,
            @Nullable String first,
            @Nullable String second) {}

    /// An entry under something that it is about.
    record SubjectRow(String kind, String id, long no) {}

    /// The place of one of the bench's own entries in its journal, and in its command.
    record OwnRow(String epoch, long seq, String command, int idx, long no) {
        static OwnRow of(long no, Entry entry) {
            var e = entry.envelope();
            return new OwnRow(e.epoch(), e.seq(), e.command(), e.index(), no);
        }
    }

    /// An entry as a row.
    ///
    /// @param hashKey what is looked up for the hash: not always of one entry alone
    /// @param position where the centre placed it, if it has
    record EntryRow(
            long no,
            String hash,
            String hashKey,
            String type,
            byte[] line,
            @Nullable Long position) {
        private static final int KEY = 8;

        static String key(String hash) {
            return hash.substring(0, Math.min(KEY, hash.length()));
        }

        /// @param position where the centre placed it, or 0
        static EntryRow of(long no, Entry entry, long position) {
            return new EntryRow(
                    no,
                    entry.hash(),
                    key(entry.hash()),
                    entry.envelope().type(),
                    entry.line().getBytes(StandardCharsets.UTF_8),
                    position == 0 ? null : position);
        }
    }

    /// Wrong PINs in a row, and when the last one was given.
    record TriesRow(int wrong, long last) {}

    /// A unit that is open, and the arrival number of its last entry.
    record OpenRow(String unit, long touched) {}

    /// Text that is not entered yet.
    record DraftRow(String field, String text) {}

    /// A unit as a row.
    record UnitRow(
            String unit,
            String serial,
            String skeleton,
            @Nullable String bench,
            int open,
            int disputed,
            long touched) {}

    /// An entry's row as it is read.
    record StoredRow(
            long no,
            String hash,
            byte[] line,
            @Nullable Long position,
            @Nullable String why,
            @Nullable String rule,
            @Nullable String first,
            @Nullable String second) {}
}
