// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.testkit;

import rotable.record.DepotRecord;

class InMemoryRecordTest implements DepotRecordContract {
    @Override
    public DepotRecord fresh() {
        return new InMemoryRecord("B1");
    }
}
