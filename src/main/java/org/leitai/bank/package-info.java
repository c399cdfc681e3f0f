/**
 * The question bank 题库: items with all their versions, and forms drawn from them.
 *
 * <p>In: a folder of YAML files, read by {@link org.leitai.bank.format}. Out: {@link org.leitai.bank.ItemVersion}s by id or as
 * the published bank, and {@link org.leitai.bank.Form}s that a {@link org.leitai.bank.Blueprint} draws from a pool.
 *
 * <p>Invariants: a version never changes; a load stores all or nothing, and a second load of the same files stores nothing;
 * only reviewed items are drawn; the same blueprint, pool and seed give the same form for ever. An
 * {@link org.leitai.bank.AnswerKey} leaves this package for marking only, never for a client.
 *
 * <p>Decisions: the files are the place where items are written and reviewed, so that a review is a diff that a second person
 * reads; the database keeps what they said at every load. Whether an item is draft, reviewed or retired is a row of its own,
 * not part of a version: approving a text does not make it another text. A change of the text that is later taken back is a
 * third version, not the first again, so that the newest is always the one with the highest number. Random numbers are written
 * out in this package, because forms are not stored: they are drawn again from their seed.
 */
package org.leitai.bank;
