// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

import rotable.journal.Realm;

/// Which bench writes a journal.
///
/// @param app the version of the program, as entries name it
public record BenchIdentity(Realm realm, String depot, String bench, String app) {}
