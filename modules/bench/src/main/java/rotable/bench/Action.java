// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Everything that can be asked of a bench. Cards, keys, buttons and console verbs all come from
/// this list.
public enum Action {
    RECEIVE,
    DONE,
    ALLOK,
    OK,
    NOK,
    NA,
    F,
    A,
    SWAP,
    NOLABEL,
    ACCEPT,
    TEST,
    START,
    STOP,
    SIGN,
    REJECT,
    RELEASE,
    PRINT,
    REPRINT,
    SHIP,
    HOLD,
    UNHOLD,
    OVERRIDE,
    UNREPAIRED,
    SCRAP,
    BER,
    EXCHANGE,
    PARK,
    RESUME,
    L,
    R,
    UNDO,
    CANCEL,
    BACK,
    CONFIRM,
    WHY,
    LOCK,
    HELP;

    /// The action of a card's verb.
    public static Optional<Action> of(String verb) {
        var wanted = verb.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(a -> a.name().equals(wanted)).findFirst();
    }

    /// All verbs, as cards show them.
    public static List<String> verbs() {
        return Arrays.stream(values())
                .map(a -> "RT:" + a.name() + (a.takesCode() ? ":…" : ""))
                .toList();
    }

    /// Whether its card carries a code, such as the fault's.
    public boolean takesCode() {
        return this == F || this == A || this == L || this == R;
    }
}
