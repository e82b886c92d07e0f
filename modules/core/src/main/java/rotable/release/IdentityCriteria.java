// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rotable.fact.Evidence.How;
import rotable.fact.Reading;
import rotable.identity.Child;
import rotable.part.Measure;
import rotable.release.Line.Answer;

/// G01 and G25: is this the unit, and is its record whole.
final class IdentityCriteria {
    private IdentityCriteria() {}

    static List<Answer> identityResolved(Question q) {
        var serial = q.unit().id().serial();
        var disputed = disputed(q);
        if (!disputed.isEmpty()) return disputed;
        if (q.unit().known().isEmpty() || q.order().evidence().how() == How.INFERRED)
            return List.of(Line.fails(new Finding.IdentityNotRead(serial), q.order().opened()));
        var typed = q.order().evidence().how() == How.TYPED;
        if (typed && q.reference().entryPolicy(q.unit().id().part()).scanOnly())
            return List.of(Line.fails(new Finding.IdentityTyped(serial), q.order().opened()));
        // The unit's electronics know nothing of the depot's tag.
        var plate = q.unit().id().nameplate();
        var electronic = electronicSerial(q).filter(r -> !r.value().equals(plate));
        if (electronic.isPresent())
            return List.of(
                    Line.fails(
                            new Finding.ElectronicSerialDiffers(plate, electronic.get().value())));
        return List.of(
                Line.holds(
                        new Finding.IdentityRead(serial, q.order().opened().at()),
                        q.order().opened()));
    }

    /// Open cases of the unit, and of what is installed in it.
    private static List<Answer> disputed(Question q) {
        var answers = new ArrayList<Answer>();
        var units = new ArrayList<>(List.of(q.unit()));
        for (var child : q.unit().children().values())
            child.flatMap(Child::asUnit).map(q.components()::get).ifPresent(units::add);
        for (var unit : units)
            for (var c : unit.undecided())
                answers.add(
                        Line.fails(
                                new Finding.Disputed(unit.id().serial(), c.rule(), c.text()),
                                c.second().stamp()));
        return answers;
    }

    private static Optional<Reading> electronicSerial(Question q) {
        Optional<Reading> last = Optional.empty();
        for (var test : q.set().tests())
            for (var measure : test.measures())
                if (measure.source() == Measure.Source.ELECTRONIC_SERIAL)
                    for (var run : q.order().runs(test.id()))
                        last = run.reading(measure.name()).or(Optional::empty);
        return last;
    }

    static List<Answer> recordWhole(Question q) {
        var problems = new ArrayList<Answer>();
        var damage = q.integrity().damage();
        damage.ifPresent(
                d -> problems.add(Line.fails(new Finding.RecordDamaged(d.entry(), d.why()))));
        for (var r : q.unit().notUnderstood())
            problems.add(
                    Line.fails(
                            new Finding.NewerRotableNeeded(r.entry().envelope().type()),
                            r.stamp()));
        for (var type : q.reference().notUnderstood())
            problems.add(Line.fails(new Finding.NewerRotableNeeded(type)));
        if (!problems.isEmpty()) return List.copyOf(problems);
        var i = q.integrity();
        if (i.verifiedTo() < i.head())
            return List.of(Line.waits(new Finding.RecordNotVerified(i.verifiedTo(), i.head())));
        return List.of(Line.holds(new Finding.RecordWhole(i.head())));
    }
}
