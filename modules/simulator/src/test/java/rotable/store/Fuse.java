// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.store;

/// Where a bench's power fails: after some more steps of writing.
public final class Fuse {
    private long left = Long.MAX_VALUE;
    private long steps;

    /// The power failed.
    public static final class Blown extends Error {
        private static final long serialVersionUID = 1;

        Blown() {
            super("the power failed", null, false, false);
        }
    }

    /// Blows after so many further steps.
    public void after(long more) {
        left = more;
    }

    /// Holds for good.
    public void mend() {
        left = Long.MAX_VALUE;
    }

    /// A step at which the power may fail.
    public void step() {
        steps++;
        if (left-- <= 0) throw new Blown();
    }

    /// How many steps there were.
    public long steps() {
        return steps;
    }
}
