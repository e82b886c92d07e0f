// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The cable between a bench and the centre on one computer: it can be pulled, and plugged in
/// again.
final class Cable implements AutoCloseable {
    private final ServerSocket listening;
    private final int centre;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean plugged = true;

    /// @param centre the port of the centre
    Cable(int centre) throws IOException {
        this.centre = centre;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /// The port at which the bench finds the centre.
    int port() {
        return listening.getLocalPort();
    }

    /// Pulls it, or plugs it in.
    ///
    /// @return whether it is plugged in now
    boolean toggle() throws IOException {
        plugged = !plugged;
        if (!plugged) for (var s : open) s.close();
        return plugged;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                connect(listening.accept());
            } catch (IOException e) {
                // The bench or the centre went away; the next connection is another.
                System.getLogger("rotable.trial").log(System.Logger.Level.DEBUG, "cable", e);
            }
        }
    }

    private void connect(Socket bench) throws IOException {
        if (!plugged) {
            bench.close();
            return;
        }
        open.add(bench);
        var there = new Socket(InetAddress.getLoopbackAddress(), centre);
        open.add(there);
        Thread.ofVirtual().start(() -> carry(bench, there));
        Thread.ofVirtual().start(() -> carry(there, bench));
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Pulled: both ends find out.
            System.getLogger("rotable.trial").log(System.Logger.Level.DEBUG, "cable", e);
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var s : open) s.close();
    }
}
