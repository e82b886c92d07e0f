// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui;

import java.util.concurrent.Executor;
import rotable.bench.Papers;
import rotable.ui.kit.Looks;

/// What the window needs beside the bench.
///
/// @param papers makes what can be printed
/// @param side the lane for what is slow
/// @param exchange asks for an exchange with the centre; does nothing where there is none
/// @param looks what the window looked like the last time
public record Ports(Papers papers, Executor side, Runnable exchange, Looks looks) {}
