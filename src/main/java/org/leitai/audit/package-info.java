/**
 * What staff did, when and why: an append-only log whose entries are chained by hash.
 *
 * <p>In: {@link org.leitai.audit.AuditLog#append} inside the transaction that does the deed, so that a deed without an entry,
 * or an entry without a deed, cannot be committed. Out: pages of entries, newest first, and the state of the chain.
 *
 * <p>Invariants: positions are 1, 2, 3 … without gaps; the hash of an entry is SHA-256 over its fields and the hash before it;
 * the head row holds the last position and hash. An edit, a deletion, an insertion or a cut-off end shows in
 * {@link org.leitai.audit.AuditLog#verify()} as the first position that does not fit.
 *
 * <p>Decisions: appends wait for each other on an advisory lock until the caller commits; staff act at the pace of people. A
 * chain convinces only against somebody who cannot rewrite all of it: the hash of the newest entry is shown so that it can be
 * noted elsewhere. The detail is stored as the very text that was hashed.
 */
package org.leitai.audit;
