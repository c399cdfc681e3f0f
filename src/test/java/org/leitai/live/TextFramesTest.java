package org.leitai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFramesTest {

    /** Both sides of where the length takes more bytes, and the largest frame. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 255, 256, 4096, 32768, Frame.LARGEST_BYTES, 65535})
    void aReaderOfTheProtocolReadsWhatWasWritten(int length) {
        String text = "x".repeat(length);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(decoded(TextFrames.shared(bytes).duplicate())).isEqualTo(text);
        assertThat(decoded(TextFrames.single(bytes))).isEqualTo(text);
        assertThat(TextFrames.text(TextFrames.shared(bytes))).isEqualTo(text);
    }

    @Test
    void aSharedFrameIsThereForTheNextWhoeverWroteAndReleasedIt() {
        ByteBuf frame = TextFrames.shared("擂台".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 3; i++) {
            assertThat(decoded(frame.duplicate())).isEqualTo("擂台");
        }
        assertThat(frame.readableBytes()).isEqualTo(8);
    }

    @Test
    void aTextThatIsTooLongForItsLengthIsRefused() {
        assertThatThrownBy(() -> TextFrames.shared(new byte[65536])).isInstanceOf(IllegalArgumentException.class);
    }

    private static String decoded(ByteBuf wire) {
        var channel = new EmbeddedChannel(new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(false)
                .maxFramePayloadLength(65536)
                .build()));
        channel.writeInbound(wire);
        TextWebSocketFrame frame = channel.readInbound();
        try {
            return frame.text();
        } finally {
            frame.release();
            channel.finishAndReleaseAll();
        }
    }
}
