// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.release;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import rotable.part.CriteriaSet;
import rotable.release.Line.Answer;
import rotable.release.Line.Weight;

/// The criteria that this program can evaluate, by the ids of the domain's list. The meaning and
/// the weight of an id never change.
public enum Criterion {
    G01(Weight.HARD, IdentityCriteria::identityResolved),
    G02(Weight.SOFT, WorkCriteria::intakeSigned),
    G03(Weight.HARD, WorkCriteria::stepsDone),
    G04(Weight.HARD, WorkCriteria::positionsFilled),
    G05(Weight.HARD, WorkCriteria::removalsMatch),
    G06(Weight.HARD, ComponentCriteria::installedEligible),
    G07(Weight.HARD, TestCriteria::testsPassed),
    G08(Weight.HARD, TestCriteria::evidenceFresh),
    G09(Weight.HARD, TestCriteria::valuesHold),
    G10(Weight.HARD, TestCriteria::equipmentCalibrated),
    G12(Weight.HARD, TestCriteria::softwareAllowed),
    G13(Weight.HARD, PeopleCriteria::technicianQualified),
    G14(Weight.HARD, PeopleCriteria::inspected),
    G15(Weight.HARD, PeopleCriteria::releaserAuthorised),
    G16(Weight.HARD, WorkCriteria::noHold),
    G25(Weight.HARD, IdentityCriteria::recordWhole);

    private final Weight weight;

    // Every judge is a reference to a static method, so the enum is immutable all the same.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Question, List<Answer>> judge;

    Criterion(Weight weight, Function<Question, List<Answer>> judge) {
        this.weight = weight;
        this.judge = judge;
    }

    /// The criterion of that id, if the program has it.
    public static Optional<Criterion> of(String id) {
        return Arrays.stream(values()).filter(c -> c.name().equals(id)).findFirst();
    }

    /// Its weight in a set: G13 is soft where the set is not regulated.
    public Weight weight(CriteriaSet set) {
        return this == G13 && !set.regulated() ? Weight.SOFT : weight;
    }

    List<Answer> judge(Question question) {
        return judge.apply(question);
    }
}
