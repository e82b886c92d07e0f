// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.fact;

import rotable.identity.OrderId;

/// A fact that was recorded under a repair order.
public interface UnderOrder {
    OrderId order();
}
