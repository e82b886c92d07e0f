// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.checkdigit;

/// Check digits inside longer identifications.
final class Identifications {
    private static final int[] VEHICLE_WEIGHTS = {
        8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2
    };

    private Identifications() {}

    /// A freight container (ISO 6346:1995, annex A): letters count from 10 without the multiples of
    /// 11, weights are powers of two, and a rest of ten is written as zero.
    static boolean container(String text) {
        if (!text.matches("[A-Z]{3}[JRUZ]\\d{7}")) return false;
        int sum = 0;
        for (int i = 0; i < 10; i++) sum += containerValue(text.charAt(i)) << i;
        return sum % 11 % 10 == text.charAt(10) - '0';
    }

    private static int containerValue(char c) {
        if (c <= '9') return c - '0';
        int value = 10 + c - 'A';
        return value + (value - 1) / 10;
    }

    /// A vehicle: the ninth of seventeen characters, never I, O or Q; X stands for ten.
    static boolean vehicle(String text) {
        if (!text.matches("[0-9A-HJ-NPR-Z]{17}")) return false;
        int sum = 0;
        for (int i = 0; i < 17; i++) sum += VEHICLE_WEIGHTS[i] * vehicleValue(text.charAt(i));
        return "0123456789X".charAt(sum % 11) == text.charAt(8);
    }

    /// Letters count in three rows: A to H from 1, J to R from 1, S to Z from 2.
    private static int vehicleValue(char c) {
        if (c <= '9') return c - '0';
        if (c <= 'H') return c - 'A' + 1;
        return c <= 'R' ? c - 'J' + 1 : c - 'S' + 2;
    }
}
