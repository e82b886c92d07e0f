// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rotable.fact.ReferenceFact.CodePublished.Kind;
import rotable.people.Role;

/// Everything that can be asked of a bench, in the order of the work. Cards, keys, buttons, the
/// palette, the command sheet and the console's verbs all come from this list; the names stand in
/// the messages under `Action.…`.
///
/// A key is written as JavaFX reads it, `Shortcut` being Ctrl or ⌘. None is a single letter: those
/// collide with scans.
public enum Action {
    RECEIVE("Alt+R", "fth-inbox", Needs.SIGNED_IN),
    DONE("Alt+D", "fth-check-square", Needs.RECEIVING),
    ALLOK("Alt+A", "fth-check-circle", Needs.ORDER),
    OK("Alt+O", "fth-check", Needs.ORDER),
    NOK("Alt+N", "fth-x", Needs.ORDER),
    NA("Alt+Shift+N", "fth-minus", Needs.ORDER),
    F("Alt+F", "fth-zap", Needs.ORDER),
    A("Alt+Shift+A", "fth-tool", Needs.WORKABLE),
    SWAP("Alt+S", "fth-repeat", Needs.ORDER),
    NOLABEL("Alt+Shift+L", "fth-eye-off", Needs.ORDER),
    ACCEPT("Alt+Shift+M", "fth-thumbs-up", Needs.MISMATCH, Role.SUPERVISOR),
    TEST("Alt+T", "fth-activity", Needs.ORDER),
    START("Alt+Shift+S", "fth-play", Needs.ORDER),
    STOP("Alt+Shift+T", "fth-square", Needs.ORDER),
    SIGN("Alt+I", "fth-edit-3", Needs.ORDER),
    REJECT("Alt+Shift+J", "fth-corner-up-left", Needs.ORDER, Role.INSPECTOR),
    RELEASE("Alt+Shift+R", "fth-award", Needs.ORDER, Role.RELEASER),
    PRINT("Alt+P", "fth-printer", Needs.LABEL),
    REPRINT("Alt+Shift+P", "fth-copy", Needs.RELEASE),
    TAG("Alt+Shift+G", "fth-tag", Needs.TAG),
    SHIP("Alt+Shift+H", "fth-truck", Needs.UNIT),
    NOTE("Alt+M", "fth-message-square", Needs.UNIT),
    HOLD("F4", "fth-pause-circle", Needs.UNIT),
    UNHOLD("Shift+F4", "fth-play-circle", Needs.HOLD, Role.SUPERVISOR),
    OVERRIDE("Alt+Shift+O", "fth-alert-triangle", Needs.ORDER, Role.SUPERVISOR),
    CASES("Alt+Shift+D", "fth-git-pull-request", Needs.SIGNED_IN),
    SETTLE("Alt+Shift+V", "fth-git-merge", Needs.CASE, Role.SUPERVISOR),
    UNREPAIRED("Alt+Shift+U", "fth-log-out", Needs.ORDER, Role.SUPERVISOR),
    SCRAP("Alt+Shift+C", "fth-trash-2", Needs.ORDER, Role.SUPERVISOR),
    BER("Alt+Shift+B", "fth-dollar-sign", Needs.ORDER, Role.SUPERVISOR),
    EXCHANGE("Alt+Shift+E", "fth-refresh-cw", Needs.ORDER, Role.SUPERVISOR),
    PARK("Alt+K", "fth-download", Needs.UNIT),
    RESUME("Alt+Shift+K", "fth-upload", Needs.SIGNED_IN),
    TAKE("Alt+Shift+Q", "fth-user-check", Needs.ORDER),
    L("Alt+L", "fth-map-pin", Needs.UNIT),
    R("Alt+Shift+Y", "fth-help-circle", Needs.REASON_ASKED),
    NEXT("Shortcut+Enter", "fth-arrow-right", Needs.SIGNED_IN),
    WHY("Alt+W", "fth-list", Needs.UNIT),
    UNDO("Shortcut+Z", "fth-rotate-ccw", Needs.UNIT),
    CANCEL("Esc", "fth-x-circle", Needs.PENDING_OR_RUNNING),
    BACK("Alt+Left", "fth-arrow-left", Needs.PENDING),
    CONFIRM("Alt+Enter", "fth-check-circle", Needs.CONFIRMATION_ASKED),
    UNLOCK("Alt+Shift+X", "fth-unlock", Needs.SIGNED_IN, Role.SUPERVISOR),
    LOCK("Shortcut+L", "fth-lock", Needs.SIGNED_IN),
    HELP("F1", "fth-book-open", Needs.NOTHING);

    private final String key;
    private final String icon;
    private final Needs needs;
    private final Optional<Role> role;

    Action(String key, String icon, Needs needs) {
        this(key, icon, needs, Optional.empty());
    }

    Action(String key, String icon, Needs needs, Role role) {
        this(key, icon, needs, Optional.of(role));
    }

    Action(String key, String icon, Needs needs, Optional<Role> role) {
        this.key = key;
        this.icon = icon;
        this.needs = needs;
        this.role = role;
    }

    /// The key that asks for it.
    public String key() {
        return key;
    }

    /// Its icon, by the name it has in the Feather set.
    public String icon() {
        return icon;
    }

    /// Whose signature or badge it ends with; empty where anybody signed in may do it.
    public Optional<Role> role() {
        return role;
    }

    /// Why it can't be asked for as things stand; empty where it can. The rules may still refuse
    /// it.
    public Optional<Record> whyNot(Standing standing) {
        if (standing.pending().asks() && !aside()) return Optional.of(new Word.QuestionOpen());
        // What somebody is about to sign is not changed meanwhile.
        if (standing.pending() instanceof Pending.Signature s
                && s.signer().isPresent()
                && !aside()
                && this != PARK
                && this != UNDO
                && this != UNLOCK) return Optional.of(Signing.question(s));
        return needs.missing(standing);
    }

    /// Whether it can be asked for while a question about a label is open.
    private boolean aside() {
        return switch (this) {
            case CANCEL, BACK, LOCK, HELP, WHY -> true;
            default -> false;
        };
    }

    /// The text on its command card, without the check character.
    public String card() {
        return "RT:" + name() + (takesCode() ? ":…" : "");
    }

    /// The action of a card's verb.
    public static Optional<Action> of(String verb) {
        var wanted = verb.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(a -> a.name().equals(wanted)).findFirst();
    }

    /// All verbs, as cards show them.
    public static List<String> verbs() {
        return Arrays.stream(values()).map(Action::card).toList();
    }

    /// Whether its card carries a code, such as the fault's.
    public boolean takesCode() {
        return codes().isPresent();
    }

    /// Which of the depot's codes its card carries; empty where it carries none.
    public Optional<Kind> codes() {
        return switch (this) {
            case F -> Optional.of(Kind.FAULT);
            case A -> Optional.of(Kind.ACTION);
            case L -> Optional.of(Kind.LOCATION);
            case R -> Optional.of(Kind.REASON);
            default -> Optional.empty();
        };
    }
}
