// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.scanner;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import rotable.scan.Frame;

/// A scanner on a serial port, watched from outside: polled, and opened again after it was
/// unplugged.
public final class SerialScanner implements AutoCloseable {
    private static final int POLL_MILLIS = 100;
    private static final int REOPEN_MILLIS = 500;

    /// Half a message older than this will not be completed.
    private static final int IDLE_POLLS = 5;

    private final SerialSettings settings;
    private final InstantSource clock;
    private final Consumer<Frame> frames;
    private final Consumer<State> states;
    private volatile boolean closed;
    private State state = State.AWAITED;

    /// What a bench shows of its scanner.
    public enum State {
        /// The port is not there, or can't be opened.
        AWAITED,
        READY,
        /// A message broke off and was dropped.
        CUT_OFF
    }

    private SerialScanner(
            SerialSettings settings,
            InstantSource clock,
            Consumer<Frame> frames,
            Consumer<State> states) {
        this.settings = settings;
        this.clock = clock;
        this.frames = frames;
        this.states = states;
    }

    /// Watches a port on the given lane until it is closed; frames and states come on that lane.
    public static SerialScanner watch(
            SerialSettings settings,
            InstantSource clock,
            Executor lane,
            Consumer<Frame> frames,
            Consumer<State> states) {
        var scanner = new SerialScanner(settings, clock, frames, states);
        lane.execute(scanner::run);
        return scanner;
    }

    private void run() {
        while (!closed) {
            attempt();
            pause(REOPEN_MILLIS);
        }
    }

    /// Opens the port and reads until it is gone.
    private void attempt() {
        try {
            var port = SerialPort.getCommPort(settings.port());
            port.setComPortParameters(settings.baud(), settings.dataBits(), stopBits(), parity());
            port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, POLL_MILLIS, 0);
            if (!port.openPort()) return;
            become(State.READY);
            read(port);
            port.closePort();
        } catch (SerialPortInvalidPortException e) {
            // The device is absent; it is looked for again.
        }
        become(State.AWAITED);
    }

    private void read(SerialPort port) {
        var framing = new Framing(settings.end(), settings.dataBits() == 7);
        var buffer = new byte[1024];
        int idle = 0;
        while (!closed && port.bytesAvailable() >= 0) {
            int count = port.readBytes(buffer, buffer.length);
            if (count < 0) break;
            var complete = count == 0 ? framing.paused() : framing.feed(buffer, count);
            for (var message : complete)
                frames.accept(new Frame(message, settings.port(), clock.instant()));
            idle = count == 0 && framing.isOpen() ? idle + 1 : 0;
            if (idle > IDLE_POLLS && framing.drop() > 0) cutOff();
        }
        if (framing.drop() > 0) cutOff();
    }

    private void cutOff() {
        become(State.CUT_OFF);
        become(State.READY);
    }

    private int stopBits() {
        return settings.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
    }

    private int parity() {
        return switch (settings.parity()) {
            case 'E' -> SerialPort.EVEN_PARITY;
            case 'O' -> SerialPort.ODD_PARITY;
            case 'M' -> SerialPort.MARK_PARITY;
            case 'S' -> SerialPort.SPACE_PARITY;
            default -> SerialPort.NO_PARITY;
        };
    }

    private void become(State next) {
        if (state == next) return;
        state = next;
        states.accept(next);
    }

    private void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
