package org.leitai.web;

import java.util.List;

/** What is on stage 演出, for the start page: asked of whoever has shows, so that pages of contests need not know of finals. */
public interface Shows {

    /** @param code its name in {@code /live/{code}} and {@code /screen/{code}} */
    record Show(String code, String title) {}

    /** Newest first. */
    List<Show> shows();
}
