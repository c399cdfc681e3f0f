package org.leitai.staff;

/**
 * Which part of a long list is shown 分页.
 *
 * @param page from 1 to {@code pages}
 * @param offset how many rows come before
 */
public record Paging(long page, long pages, long offset) {

    /** The page asked for, or the nearest that there is. */
    public static Paging of(long wish, long rows, int rowsPerPage) {
        long pages = Math.max(1, (rows + rowsPerPage - 1) / rowsPerPage);
        long page = Math.clamp(wish, 1, pages);
        return new Paging(page, pages, (page - 1) * rowsPerPage);
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public long previous() {
        return page - 1;
    }

    public boolean hasNext() {
        return page < pages;
    }

    public long next() {
        return page + 1;
    }
}
