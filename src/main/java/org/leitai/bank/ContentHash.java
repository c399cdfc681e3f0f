package org.leitai.bank;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.leitai.bank.format.WrittenItem;

/**
 * SHA-256 over all that a version consists of, each value preceded by its length, so that no two contents run together.
 * Never change the order: every item would get a new version. Review is no part of it: approving a text does not change it.
 */
final class ContentHash {

    private final MessageDigest digest = sha256();

    private ContentHash() {}

    static String of(WrittenItem item) {
        var hash = new ContentHash();
        hash.add(item.type().code());
        hash.add(item.stem());
        hash.addAll(item.options());
        hash.addKey(item.key());
        hash.add(item.explanation());
        hash.add(item.source().document());
        hash.add(item.source().article());
        hash.add(item.source().date());
        hash.add(Integer.toString(item.difficulty()));
        hash.addAll(item.topics());
        hash.addAll(item.facts());
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void addKey(AnswerKey key) {
        switch (key) {
            case AnswerKey.Choice choice ->
                addAll(choice.right().stream().map(String::valueOf).toList());
            case AnswerKey.Truth truth -> add(Boolean.toString(truth.value()));
            case AnswerKey.Blanks blanks -> {
                addLength(blanks.accepted().size());
                blanks.accepted().forEach(this::addAll);
            }
        }
    }

    private void addAll(List<String> values) {
        addLength(values.size());
        values.forEach(this::add);
    }

    /** Null has a length of its own, which tells it from the empty text. */
    private void add(String value) {
        if (value == null) {
            addLength(-1);
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        addLength(bytes.length);
        digest.update(bytes);
    }

    private void addLength(int length) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
