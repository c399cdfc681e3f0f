package org.leitai.bank;

/**
 * Where an item's answer can be looked up 出处.
 *
 * @param document title with its year, such as 中华人民共和国工会法（2021年修正）
 * @param article such as 第二条; null where the document has none
 * @param date YYYY, YYYY-MM or YYYY-MM-DD; null where the document has none
 */
public record Source(String document, String article, String date) {}
