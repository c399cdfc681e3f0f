/**
 * Accounts of staff: who may come in, as what, and what each has in the side navigation.
 *
 * <p>In: the cookie {@code leitai-staff} of requests below {@code /staff}. Out: a {@link org.leitai.staff.StaffMember} with the
 * roles of this very moment, from {@link org.leitai.staff.CurrentStaff}; pages for signing in and out, the password, the
 * account, the audit log.
 *
 * <p>Invariants: a cookie is 32 random bytes, and only its SHA-256 is stored; a session ends two hours after its last use and
 * twelve hours after its start, whichever is first; roles are read with every request, so that taking one away works at once;
 * a wrong name and a wrong password get the same status, body and work; who still has a given password reaches no page but
 * the one that changes it.
 *
 * <p>Decisions: hashing runs on few threads of its own with a bounded queue, because one bcrypt hash costs a core a quarter of
 * a second and answers must not wait for it. Failed sign-ins are slowed by account and by address, to at most a minute, never
 * locked out; where an account was used before, only failures from there slow it, so that a stranger cannot keep its owner
 * out. An attempt counts as failed before its password is looked at, so that a burst cannot outrun the count.
 */
package org.leitai.staff;
