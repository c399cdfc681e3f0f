package org.leitai.bank;

/** Whether an item may be drawn 试题状态. */
enum ItemStatus {
    /** In the files, not yet approved 草稿. */
    DRAFT,
    /** Approved; the only ones that are drawn 已审. */
    REVIEWED,
    /** No longer in the files 停用. */
    RETIRED;

    static ItemStatus of(boolean reviewed) {
        return reviewed ? REVIEWED : DRAFT;
    }
}
