// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import rotable.bench.Answer;
import rotable.bench.BenchState;

/// How the console writes an answer: as a sentence for people, or as JSON for programs.
interface AnswerWriter {
    /// One answer, without a line feed at its end.
    String write(Answer answer, BenchState state);
}
