package org.leitai.bank.format;

import java.util.List;
import org.leitai.bank.AnswerKey;
import org.leitai.bank.ItemType;
import org.leitai.bank.Source;

/**
 * An item as a file has it, free of faults 文件中的试题.
 *
 * @param place file and line, for messages
 * @param reviewed false for a draft, which is kept but never drawn
 */
public record WrittenItem(
        String place,
        String code,
        ItemType type,
        String stem,
        List<String> options,
        AnswerKey key,
        String explanation,
        Source source,
        int difficulty,
        List<String> topics,
        List<String> facts,
        boolean reviewed) {}
