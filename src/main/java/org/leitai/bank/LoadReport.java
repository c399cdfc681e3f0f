package org.leitai.bank;

import java.util.List;

/**
 * What loading a folder has done 载入结果. With faults nothing was stored and all counts are 0.
 *
 * @param added items that were not in the bank before, or were retired
 * @param changed items with another text, which have a new version now, or another state of review
 * @param retired items that have left the files
 * @param unchanged the rest
 */
public record LoadReport(int added, int changed, int retired, int unchanged, List<Fault> faults) {

    public LoadReport {
        faults = List.copyOf(faults);
    }

    static LoadReport refused(List<Fault> faults) {
        return new LoadReport(0, 0, 0, 0, faults);
    }
}
