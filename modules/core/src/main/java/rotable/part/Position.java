// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.part;

import java.util.List;
import rotable.identity.PartId;
import rotable.identity.PositionId;

/// A place in a part where a component sits, and the parts it accepts.
public record Position(PositionId id, List<PartId> accepts) {
    public Position {
        accepts = List.copyOf(accepts);
        if (accepts.isEmpty())
            throw new IllegalArgumentException("position " + id + " accepts no part");
    }
}
