// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/// A line to the centre on which things go wrong: each connection is bad in its own way, from some
/// byte on, until the lines are healed.
final class FaultProxy implements AutoCloseable {
    private static final int SOON = 60_000;

    private final ServerSocket listening;
    private final int centre;
    private final Supplier<Kind> kinds;
    private final IntSupplier bytes;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<Kind, Integer> happened = new EnumMap<>(Kind.class);
    private volatile boolean healed;

    /// How a connection goes bad.
    enum Kind {
        /// It does not.
        NONE,
        /// It is reset.
        RESET,
        /// Nothing goes through any more, in either direction.
        STALL,
        /// What is sent arrives, and no answer comes back.
        HALF_OPEN,
        /// A byte a second.
        TRICKLE,
        /// What was sent arrives, and the line is cut before the answer.
        CUT_BEFORE_ANSWER
    }

    FaultProxy(int centre, long seed) throws IOException {
        this(centre, new Random(seed));
    }

    private FaultProxy(int centre, Random random) throws IOException {
        this(
                centre,
                () -> Kind.values()[random.nextInt(Kind.values().length)],
                () -> random.nextInt(SOON));
    }

    /// Every line goes bad in the same way, after as many bytes.
    static FaultProxy each(int centre, Kind kind, int bytes) throws IOException {
        return new FaultProxy(centre, () -> kind, () -> bytes);
    }

    private FaultProxy(int centre, Supplier<Kind> kinds, IntSupplier bytes) throws IOException {
        this.centre = centre;
        this.kinds = kinds;
        this.bytes = bytes;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    Map<Kind, Integer> happened() {
        return happened;
    }

    /// From here on everything goes through.
    void heal() {
        healed = true;
        for (var socket : open) close(socket);
    }

    /// From here on lines go bad again.
    void worsen() {
        healed = false;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private synchronized Kind kind() {
        if (healed) return Kind.NONE;
        return kinds.get();
    }

    private synchronized void count(Kind kind) {
        happened.merge(kind, 1, Integer::sum);
    }

    private synchronized int soon() {
        return bytes.getAsInt();
    }

    private void connect(Socket client) {
        open.add(client);
        var kind = kind();
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), centre);
            open.add(server);
            var line = new Bad(client, server, kind, soon());
            Thread.ofVirtual().start(() -> line.carry(client, server, true));
            Thread.ofVirtual().start(() -> line.carry(server, client, false));
        } catch (IOException e) {
            close(client);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// One connection, which goes bad after some bytes.
    private final class Bad {
        private final Socket client;
        private final Socket server;
        private final Kind kind;
        private int left;

        Bad(Socket client, Socket server, Kind kind, int left) {
            this.client = client;
            this.server = server;
            this.kind = kind;
            this.left = left;
        }

        void carry(Socket from, Socket to, boolean sent) {
            try (from;
                    to) {
                carry(from.getInputStream(), to.getOutputStream(), sent);
            } catch (IOException | InterruptedException e) {
                // However a line ends, both ends hear of it.
                return;
            }
        }

        private void carry(InputStream in, OutputStream out, boolean sent)
                throws IOException, InterruptedException {
            var buffer = new byte[8192];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (kind != Kind.NONE && !healed && bad(n)) {
                    goBad(buffer, n, out, sent);
                    if (kind == Kind.RESET || (kind == Kind.CUT_BEFORE_ANSWER && !sent)) return;
                    continue;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        }

        private synchronized boolean bad(int n) {
            left -= n;
            if (left < 0 && left + n >= 0) count(kind);
            return left < 0;
        }

        private void goBad(byte[] buffer, int n, OutputStream out, boolean sent)
                throws IOException, InterruptedException {
            switch (kind) {
                case NONE, STALL -> {}
                case RESET -> {
                    client.setSoLinger(true, 0);
                    server.setSoLinger(true, 0);
                }
                case HALF_OPEN, CUT_BEFORE_ANSWER -> {
                    if (!sent) return;
                    out.write(buffer, 0, n);
                    out.flush();
                }
                case TRICKLE -> {
                    for (int i = 0; i < n && !healed; i++) {
                        out.write(buffer[i]);
                        out.flush();
                        Thread.sleep(1_000);
                    }
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        heal();
    }
}
