// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.ui.kit;

import java.util.List;
import java.util.concurrent.Executor;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import rotable.bench.Answer;
import rotable.fact.ReleaseFact;

/// A tone for each outcome, distinct with closed eyes. A machine without sound stays silent.
public final class Tones {
    private static final float RATE = 44_100;
    private static final int LOUDNESS = 9_000;

    private final Executor side;
    private volatile boolean silent;

    public Tones(Executor side) {
        this.side = side;
    }

    /// What can be heard: the pitches in Hz, and how long each lasts in milliseconds.
    enum Tone {
        OK(90, 880),
        ALREADY(60, 660, 0, 660),
        REFUSED(180, 220, 196),
        ATTENTION(120, 660, 440),
        RELEASED(110, 660, 880, 1320);

        private final int millis;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<Integer> pitches;

        Tone(int millis, Integer... pitches) {
            this.millis = millis;
            this.pitches = List.of(pitches);
        }
    }

    static Tone of(Answer answer) {
        var released =
                answer.entries().stream().anyMatch(e -> e.fact() instanceof ReleaseFact.Released);
        if (released) return Tone.RELEASED;
        return switch (answer.outcome()) {
            case DONE, ASK -> Tone.OK;
            case ALREADY -> Tone.ALREADY;
            case ATTENTION -> Tone.ATTENTION;
            case REFUSED, PROBLEM, UNREADABLE -> Tone.REFUSED;
        };
    }

    /// Whether the machine turned out to have no sound.
    public boolean silent() {
        return silent;
    }

    public void play(Answer answer) {
        if (!silent) side.execute(() -> play(of(answer)));
    }

    private void play(Tone tone) {
        var format = new AudioFormat(RATE, 16, 1, true, false);
        try (var line = AudioSystem.getSourceDataLine(format)) {
            line.open(format, 4_096);
            line.start();
            var sound = sound(tone.millis, tone.pitches);
            line.write(sound, 0, sound.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException e) {
            silent = true;
        }
    }

    /// Sine waves one after the other, each swelling and fading over 5 ms; 0 Hz is a pause.
    private static byte[] sound(int millis, List<Integer> pitches) {
        int each = (int) (RATE * millis / 1000);
        var sound = new byte[2 * each * pitches.size()];
        int edge = (int) (RATE / 200);
        for (int i = 0; i < each * pitches.size(); i++) {
            int within = i % each;
            double swell = Math.min(1, Math.min(within, each - within) / (double) edge);
            double wave = Math.sin(2 * Math.PI * pitches.get(i / each) * within / RATE);
            int value = (int) (LOUDNESS * swell * wave);
            sound[2 * i] = (byte) value;
            sound[2 * i + 1] = (byte) (value >> 8);
        }
        return sound;
    }
}
