// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.reference;

import rotable.fact.ReferenceFact;

/// What a publication is about, by name.
final class Named {
    private Named() {}

    static String of(ReferenceFact fact) {
        return switch (fact) {
            case ReferenceFact.DepotPublished f -> "the depot";
            case ReferenceFact.BenchPublished f -> "bench " + f.bench();
            case ReferenceFact.PartPublished f -> "part " + f.part().id();
            case ReferenceFact.CriteriaPublished f -> "criteria set " + f.set().id();
            case ReferenceFact.PersonPublished f -> "person " + f.person().id();
            case ReferenceFact.EquipmentPublished f -> "equipment " + f.equipment().id();
            case ReferenceFact.FoundOutOfTolerance f -> "out of tolerance: " + f.asset();
            case ReferenceFact.CodePublished f -> "code " + f.kind() + " " + f.code();
            case ReferenceFact.FormatPublished f -> "format " + f.rule().id();
            case ReferenceFact.EntryPolicyPublished f -> "entry policy of " + f.policy().part();
            case ReferenceFact.ShelfLifePublished f -> "shelf life of " + f.part() + " " + f.mark();
        };
    }
}
