/// Scanners on serial ports: bytes become complete frames.
@NullMarked
package rotable.scanner;

import org.jspecify.annotations.NullMarked;
