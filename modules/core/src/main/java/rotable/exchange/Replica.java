// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.exchange;

import java.util.List;
import java.util.Optional;
import rotable.record.RecordProblem;

/// A bench's journal, as the exchange with the centre sees it. Used by one thread at a time.
public interface Replica {
    /// How far it has what the centre placed.
    Watermark watermark() throws RecordProblem;

    /// The token that the centre gave last; empty before the first time.
    String token() throws RecordProblem;

    /// Keeps the token for the next time.
    void token(String token) throws RecordProblem;

    /// Takes note of what the centre has.
    ///
    /// @return what is wrong if the centre has other entries than this bench; empty where they
    ///   agree
    Optional<String> acknowledged(List<CentralHead> heads) throws RecordProblem;

    /// The centre took these, or had them already.
    void sent(Parcel parcel) throws RecordProblem;

    /// The next entries that the centre lacks: at most so many or 1 MiB, but a whole command at
    /// least; empty when it has them all.
    ///
    /// @param most 1 to 1,000
    Optional<Parcel> unsent(int most) throws RecordProblem;

    /// Takes note of what the centre has, of a bench that was restored from an older state: where
    /// the centre has more of the epoch that is written to, one begins behind that.
    Optional<String> restored(List<CentralHead> heads) throws RecordProblem;

    /// Keeps what is to be heeded before it arrives, in place of what was kept before.
    void advise(List<Advisory> advisories) throws RecordProblem;

    /// The verifiers of PINs that were set at this bench and the centre was not given.
    ///
    /// @return absent where there are none, and none is lacking here either
    Optional<List<PinVerifier.Given>> pins() throws RecordProblem;

    /// A restored centre may have lost what it was given.
    void givePinsAgain() throws RecordProblem;

    /// Takes note of what the centre has of everybody, and that it has what it was given.
    void pins(List<PinVerifier.Given> given, List<PinVerifier> newest) throws RecordProblem;

    /// Vouches for the entries that are about to be sent, if there are any, with the bench's key.
    void vouch() throws RecordProblem;

    /// What the centre placed after a position, as a restored centre is given it back.
    ///
    /// @param chain the centre's chain at that position
    /// @return at most 1,000 lines; empty where there are none, or where the two do not agree up to
    ///   there
    Lost placedAfter(long position, String chain) throws RecordProblem;

    /// What the centre lost.
    ///
    /// @param agrees whether both tell the same up to there
    record Lost(boolean agrees, List<String> lines) {
        public Lost {
            lines = List.copyOf(lines);
        }
    }

    /// Begins an epoch behind those in which another computer was this bench, if one was.
    ///
    /// @return whether it began one, which is to be sent
    boolean succeed() throws RecordProblem;

    /// Reads what the centre placed after the watermark, for [#apply]. The one method that may be
    /// called while another thread uses the replica.
    ///
    /// @throws RecordProblem when it does not follow, or is not what was sealed
    Batch read(Watermark after, List<Placed> placed) throws RecordProblem;

    /// Takes in what the centre placed, and moves the watermark with it.
    ///
    /// @throws RecordProblem also when the bench is not where the batch follows
    void apply(Batch batch) throws RecordProblem;
}
