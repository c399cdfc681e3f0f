package org.leitai.bank;

import java.util.List;

/**
 * What is wrong with a file of the bank, and where 题库文件错误.
 *
 * @param file the file's name inside the folder
 * @param line 1-based; 0 when the whole file or folder is to blame
 * @param code key of the text in the bundles, {@code bank.fault.…}; the text also says how to mend it
 * @param arguments for the text, already as people read them
 */
public record Fault(String file, int line, String code, List<String> arguments) {

    public Fault {
        arguments = List.copyOf(arguments);
    }

    /** As editors and terminals make it clickable: {@code file:line}. */
    public String place() {
        return line == 0 ? file : file + ":" + line;
    }
}
