// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import rotable.bench.Action;
import rotable.fact.ReferenceFact.CodePublished.Kind;
import rotable.identify.Identifier;
import rotable.record.RecordProblem;
import rotable.reference.Reference;

/// `rotable cards`: the text of every command card and badge.
@Command(
        name = "cards",
        mixinStandardHelpOptions = true,
        description = "Lists what command cards and badges say, check characters included.")
final class CardsCommand implements Callable<Integer> {
    @Mixin private DataOptions options = new DataOptions();

    @Override
    public Integer call() throws RecordProblem {
        try (var record = options.open(options.folderOrDefault(), InstantSource.system())) {
            if (options.rehearsal) SampleDepot.setUp(record, InstantSource.system().instant());
            print(record.reference());
            return 0;
        }
    }

    private static void print(Reference reference) {
        for (var action : Action.values())
            if (!action.takesCode()) System.out.println(Identifier.cardText(action.name()));
        for (int i = 1; i <= 9; i++) System.out.println(Identifier.cardText(Integer.toString(i)));
        codes(reference, Kind.FAULT, "F");
        codes(reference, Kind.ACTION, "A");
        codes(reference, Kind.REASON, "R");
        codes(reference, Kind.LOCATION, "L");
        for (var p : reference.people().values()) System.out.println(p.badge() + "  " + p.name());
    }

    private static void codes(Reference reference, Kind kind, String verb) {
        for (var c : reference.codes(kind))
            System.out.println(Identifier.cardText(verb + ":" + c.code()) + "  " + c.text());
    }
}
