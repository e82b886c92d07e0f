// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.sync;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import rotable.record.RecordProblem;

/// A desk whose lane is an executor of one thread: what the exchange does there takes turns with
/// the bench's scans.
public record Lane(Executor executor) implements Exchange.Desk {
    @Override
    public <T> T at(Exchange.Work<T> work) throws RecordProblem {
        return result(started(work));
    }

    @Override
    public Exchange.Begun begin(Exchange.Work<?> work) {
        var started = started(work);
        return () -> result(started);
    }

    private <T> CompletableFuture<T> started(Exchange.Work<T> work) {
        var result = new CompletableFuture<T>();
        executor.execute(
                () -> {
                    try {
                        result.complete(work.run());
                    } catch (RecordProblem | RuntimeException | Error e) {
                        result.completeExceptionally(e);
                    }
                });
        return result;
    }

    private static <T> T result(CompletableFuture<T> started) throws RecordProblem {
        try {
            return started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RecordProblem problem) throw problem;
            if (e.getCause() instanceof RuntimeException mistake) throw mistake;
            throw e;
        }
    }
}
