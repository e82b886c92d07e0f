// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import rotable.bench.LabelPrinter;
import rotable.bench.Paper;
import rotable.reports.LabelSize;
import rotable.reports.ZplLabel;

/// A label printer on the network that takes ZPL on a raw TCP port. It is only written to.
final class ZplPrinter implements LabelPrinter {
    private static final int CONNECT_MILLIS = 5_000;

    private final String host;
    private final int port;
    private final LabelSize size;
    private final int dpi;

    ZplPrinter(String host, int port, LabelSize size, int dpi) {
        this.host = host;
        this.port = port;
        this.size = size;
        this.dpi = dpi;
    }

    @Override
    public void print(Paper paper) throws IOException {
        send(ZplLabel.of(paper, size, dpi));
    }

    private void send(String zpl) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(CONNECT_MILLIS);
            var out = socket.getOutputStream();
            out.write(zpl.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new IOException(
                    "the printer "
                            + host
                            + ":"
                            + port
                            + " does not answer ("
                            + e.getMessage()
                            + ")",
                    e);
        }
    }
}
