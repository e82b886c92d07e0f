// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.decision.Intent;
import rotable.decision.Settlement;
import rotable.fact.RepairFact;
import rotable.record.RecordProblem;
import rotable.unit.Case;
import rotable.unit.Unit;

/// What a supervisor makes of what two benches recorded and can't both hold.
final class CaseCommands {
    private static final int CHOICES = 9;

    private final Context context;
    private final Replies replies;
    private final Prompts prompts;

    CaseCommands(Desk desk) {
        this.context = desk.context();
        this.replies = desk.replies();
        this.prompts = desk.prompts();
    }

    /// A supervisor decides what holds of what two benches recorded.
    Answer settle() throws RecordProblem {
        var cases = context.hand().map(Unit::undecided).orElse(List.of());
        if (cases.isEmpty()) return replies.refused(new Word.NoCase());
        var options = new ArrayList<Pending.Option>();
        for (var c : cases)
            for (var how : Settlement.of(c))
                if (options.size() < CHOICES) options.add(settle(c, how));
        return prompts.choose(options);
    }

    Answer settle(String id, Settlement how) throws RecordProblem {
        var cases = context.hand().map(Unit::openCases).orElse(List.of());
        var found = cases.stream().filter(c -> c.id().equals(id)).findFirst();
        if (found.isEmpty()) return replies.refused(new Word.NoCase());
        return why(found.get(), how);
    }

    private Pending.Option settle(Case dispute, Settlement how) throws RecordProblem {
        return prompts.option(
                new Word.ChoiceSettlement(how, left(dispute, how)), () -> why(dispute, how));
    }

    /// The question names the way that was chosen, and so does the signature.
    private Answer why(Case dispute, Settlement how) {
        return prompts.reason(
                Word.Why.valueOf(how.name()), r -> new Intent.Settle(dispute, how, r));
    }

    /// How it is then: as the record has it, or as the other entry left it.
    private String left(Case dispute, Settlement how) throws RecordProblem {
        if (how != Settlement.SECOND) return dispute.text();
        return switch (dispute.second().fact()) {
            case RepairFact.Installed f -> where(f) + " holds " + f.child().mark() + insteadOf(f);
            case RepairFact.Removed f -> f.position() + " is open";
            default -> dispute.text();
        };
    }

    /// The position, and the unit where it is not the one in hand.
    private String where(RepairFact.Installed f) throws RecordProblem {
        return context.handId().filter(f.unit()::equals).isPresent()
                ? f.position().toString()
                : f.position() + " of " + f.unit().serial();
    }

    /// What the record has at the position, and would not be there.
    private String insteadOf(RepairFact.Installed f) throws RecordProblem {
        var named = context.record.unit(f.unit());
        var unit = context.record.unit(named.owner(f));
        return unit.children()
                .getOrDefault(f.position(), Optional.empty())
                .filter(there -> !there.equals(f.child()))
                .map(there -> ", not " + there.mark())
                .orElse("");
    }
}
