package org.leitai.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Texts as they go over the wire (RFC 6455, section 5.2): one unmasked text frame. Made here and once, for what is sent to thousands must
 * not be framed, wrapped and copied thousands of times.
 */
final class TextFrames {

    private static final byte FINAL_TEXT = (byte) 0x81;
    private static final int LARGEST_SHORT = 125;
    private static final byte TWO_BYTES_OF_LENGTH = 126;
    private static final int LARGEST = 0xffff;

    private TextFrames() {}

    /** Bytes that many channels write and none releases: take a duplicate. Outside of the heap, so that no write copies them first. */
    static ByteBuf shared(byte[] text) {
        ByteBuffer frame = ByteBuffer.allocateDirect(headBytes(text) + text.length); // freed when nobody holds it
        head(frame, text);
        return Unpooled.unreleasableBuffer(
                Unpooled.wrappedBuffer(frame.put(text).flip()).asReadOnly());
    }

    /** For one socket. */
    static ByteBuf single(byte[] text) {
        ByteBuffer head = ByteBuffer.allocate(headBytes(text));
        head(head, text);
        return Unpooled.wrappedBuffer(head.flip(), ByteBuffer.wrap(text));
    }

    /** What a shared frame says. */
    static String text(ByteBuf frame) {
        int head = frame.getByte(1) == TWO_BYTES_OF_LENGTH ? 4 : 2;
        return frame.toString(head, frame.readableBytes() - head, StandardCharsets.UTF_8);
    }

    private static int headBytes(byte[] text) {
        return text.length > LARGEST_SHORT ? 4 : 2;
    }

    private static void head(ByteBuffer frame, byte[] text) {
        if (text.length > LARGEST) {
            throw new IllegalArgumentException("a text of " + text.length + " bytes");
        }
        frame.put(FINAL_TEXT);
        if (text.length > LARGEST_SHORT) {
            frame.put(TWO_BYTES_OF_LENGTH).putShort((short) text.length);
        } else {
            frame.put((byte) text.length);
        }
    }
}
