package org.leitai.load.stage;

import java.nio.charset.StandardCharsets;

/** Looks into a frame {@code {"epoch":"…","seq":12,"state":{"v":7,…}}} without parsing it: thousands come at once. */
final class Frames {

    static final long ABSENT = -1;

    private static final byte[] VERSION = name("v");

    private Frames() {}

    /** {@code "name":}, as {@link #number} looks for it. */
    static byte[] name(String name) {
        return ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    /** The version of the match. */
    static long version(byte[] bytes, int start, int length) {
        return number(bytes, start, length, VERSION);
    }

    /** The whole number after the first such name; {@link #ABSENT} when there is none. */
    static long number(byte[] bytes, int start, int length, byte[] name) {
        int at = find(bytes, start, length, name);
        if (at < 0 || bytes[at] < '0' || bytes[at] > '9') {
            return ABSENT;
        }
        long value = 0;
        for (; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            value = value * 10 + bytes[at] - '0';
        }
        return value;
    }

    static String text(byte[] bytes, int start, int length, byte[] name) {
        int at = find(bytes, start, length, name);
        if (at < 0 || bytes[at] != '"') {
            return "";
        }
        int end = at + 1;
        while (bytes[end] != '"') {
            end++;
        }
        return new String(bytes, at + 1, end - at - 1, StandardCharsets.UTF_8);
    }

    /** How often the name stands in the list that another one names. */
    static int count(byte[] bytes, int start, int length, byte[] name, byte[] list) {
        int at = find(bytes, start, length, list);
        int count = 0;
        for (int i = at; at >= 0 && bytes[i] != ']'; i++) {
            count += bytes[i] == '"' && startsWith(bytes, i, start + length - i, name) ? 1 : 0;
        }
        return count;
    }

    static boolean startsWith(byte[] bytes, int start, int length, byte[] with) {
        if (length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if (bytes[start + i] != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where it goes on after the first such bytes; negative: nowhere. */
    private static int find(byte[] bytes, int start, int length, byte[] what) {
        int last = start + length - what.length - 1; // something follows
        for (int i = start; i <= last; i++) {
            if (bytes[i] == '"' && startsWith(bytes, i, start + length - i, what)) {
                return i + what.length;
            }
        }
        return -1;
    }
}
