// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.Optional;
import rotable.scan.Frame;
import rotable.scan.Scan;

/// A value that arrived twice in one message, as from a scanner on two channels.
final class Doubled {
    private Doubled() {}

    /// The message once, where it consists of two equal halves; each half may bear its own AIM
    /// identifier, or one stands before both.
    static Optional<Frame> once(Frame frame) {
        var text = frame.text();
        if (equalHalves(text)) return Optional.of(half(frame, text.length() / 2));
        var aim = text.startsWith("]") && text.length() > 3 ? 3 : 0;
        if (aim == 0 || !equalHalves(text.substring(aim))) return Optional.empty();
        return Optional.of(half(frame, aim + (text.length() - aim) / 2));
    }

    private static boolean equalHalves(String text) {
        int half = text.length() / 2;
        return half > 0
                && text.length() % 2 == 0
                && text.substring(0, half).equals(text.substring(half));
    }

    private static Frame half(Frame frame, int length) {
        return Frame.of(frame.text().substring(0, length), frame.device(), frame.at());
    }

    /// Whether a scan means nothing by itself, so that half of it may be what was meant.
    static boolean meansNothing(Scan scan) {
        return scan instanceof Scan.Plain || scan instanceof Scan.Unreadable;
    }
}
