// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import rotable.exchange.Watermark;

/// How far the exchange with the centre is, as the database keeps it.
final class Progress {
    private static final String POSITION = "position";
    private static final String CHAIN = "chain";
    private static final String TOKEN = "token";
    private static final String FOLD = "fold";

    private Progress() {}

    static Watermark watermark(JournalMapper db) {
        var position = db.exchange(POSITION);
        var chain = db.exchange(CHAIN);
        if (position == null || chain == null) return Watermark.NONE;
        return new Watermark(Long.parseLong(position), chain);
    }

    static void watermark(JournalMapper db, Watermark now) {
        put(db, POSITION, Long.toString(now.position()));
        put(db, CHAIN, now.chain());
    }

    /// Whether the read models are folded as this version folds; from now on they are.
    static boolean foldedAs(JournalMapper db, String version) {
        var before = db.exchange(FOLD);
        put(db, FOLD, version);
        return version.equals(before);
    }

    static String token(JournalMapper db) {
        var token = db.exchange(TOKEN);
        return token == null ? "" : token;
    }

    static void token(JournalMapper db, String token) {
        put(db, TOKEN, token);
    }

    private static void put(JournalMapper db, String name, String text) {
        if (db.updateExchange(name, text) == 0) db.insertExchange(name, text);
    }

    /// The last number of an epoch that the centre has.
    static long acknowledged(JournalMapper db, String epoch) {
        var seq = db.acknowledged(epoch);
        return seq == null ? 0 : seq;
    }

    /// The last number of an epoch of which the centre told where it placed it.
    static long placed(JournalMapper db, String epoch) {
        var seq = db.lastPlaced(epoch);
        return seq == null ? 0 : seq;
    }

    static void placed(JournalMapper db, String epoch, long seq) {
        if (acknowledged(db, epoch) < seq) acknowledged(db, epoch, seq);
        db.updatePlaced(epoch, seq);
    }

    static void acknowledged(JournalMapper db, String epoch, long seq) {
        if (db.updateAcknowledged(epoch, seq) == 0) db.insertAcknowledged(epoch, seq);
    }
}
