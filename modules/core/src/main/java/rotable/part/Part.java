// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.part;

import java.util.List;
import java.util.Optional;
import rotable.identity.PartId;
import rotable.identity.PositionId;

/// A part as the depot's reference data describes it.
///
/// @param gtin the GS1 trade item number on its labels, 8 to 14 digits
/// @param serialPattern a regular expression that the whole of each of its serials (or lots)
///   matches
/// @param criteriaSet the criteria under which the depot returns it to service; absent for parts
///   that the depot only installs
/// @param affects the tests that changing an item of this part makes stale; absent means all
/// @param ownRelease whether an item must itself have been released before it is installed
public record Part(
        PartId id,
        String description,
        String revision,
        Tracking tracking,
        Optional<String> gtin,
        Optional<String> serialPattern,
        List<Position> positions,
        Optional<String> criteriaSet,
        Optional<List<String>> affects,
        boolean ownRelease) {
    public Part {
        positions = List.copyOf(positions);
        affects = affects.map(List::copyOf);
    }

    /// The position of that name, if the part has it.
    public Optional<Position> position(PositionId id) {
        return positions.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /// Whether changing an item of this part makes that test's evidence stale.
    public boolean affects(String test) {
        return affects.map(list -> list.contains(test)).orElse(true);
    }
}
