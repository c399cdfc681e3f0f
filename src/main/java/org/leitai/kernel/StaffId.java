package org.leitai.kernel;

/** A member of staff 工作人员. Identity only. */
public record StaffId(long value) {}
