// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.people;

/// What somebody is trusted with.
public enum Role {
    TECHNICIAN,
    INSPECTOR,
    RELEASER,
    SUPERVISOR,
    ADMIN
}
