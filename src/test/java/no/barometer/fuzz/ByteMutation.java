package no.barometer.fuzz;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Damages bytes as bad disks, bad lines and bad programs do. */
final class ByteMutation {
    private static final byte[] INTERESTING = {0, 1, -1, 127, -128, '"', ';', ',', '\n', '\r', '\t', '\\', '<', '&', '='
    };

    private ByteMutation() {}

    static byte[] of(byte[] bytes, RandomGenerator random) {
        byte[] result = bytes.clone();
        for (int times = 1 + random.nextInt(4); times > 0 && result.length > 0; times--) {
            result = one(result, random);
        }
        return result;
    }

    private static byte[] one(byte[] bytes, RandomGenerator random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(1 << random.nextInt(1, 12)), bytes.length - at);
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes[at] = INTERESTING[random.nextInt(INTERESTING.length)];
            case 2 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 3 -> {
                return spliced(bytes, at, length, new byte[0]);
            }
            case 4 -> {
                return spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            }
            case 5 -> {
                byte[] noise = new byte[length];
                random.nextBytes(noise);
                return spliced(bytes, at, length, noise);
            }
            case 6 -> {
                byte[] same = new byte[length];
                Arrays.fill(same, INTERESTING[random.nextInt(INTERESTING.length)]);
                return spliced(bytes, at, random.nextBoolean() ? length : 0, same);
            }
            default -> {
                int from = random.nextInt(bytes.length);
                int n = Math.min(length, bytes.length - from);
                return spliced(bytes, at, 0, Arrays.copyOfRange(bytes, from, from + n));
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, int without, byte[] with) {
        byte[] result = new byte[bytes.length - without + with.length];
        System.arraycopy(bytes, 0, result, 0, at);
        System.arraycopy(with, 0, result, at, with.length);
        System.arraycopy(bytes, at + without, result, at + with.length, bytes.length - at - without);
        return result;
    }
}
