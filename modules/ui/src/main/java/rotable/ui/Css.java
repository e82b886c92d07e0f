// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

/// Names of style classes.
final class Css {
    static final String DIM = "dim";
    static final String CARD = "card";
    static final String SERIAL = "serial";
    static final String PART = "part";
    static final String TITLE = "title";
    static final String CHIP = "chip";
    static final String STAGE = "stage";
    static final String STAGE_NOW = "stage-now";
    static final String GATE_FIRST = "gate-first";
    static final String NEXT = "next";
    static final String ACTION = "action";
    static final String ROW = "list-row";
    static final String BIG = "big";
    static final String MONO = "mono";

    private Css() {}
}
