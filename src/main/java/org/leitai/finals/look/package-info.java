/**
 * How a final presents itself 门面: who organizes and supports it, a logo, the names of the players, whether the start page lists it.
 *
 * <p>In: a form of the staff, with a picture that is trusted in nothing: its kind is told by its bytes, it is decoded, scaled and written
 * anew as PNG, so that whatever else was in the file stays out. Out: {@link org.leitai.finals.look.Look} for the pages, the bytes of the
 * logo by their digest, which lets browsers keep them for ever. It has no part in what happens on stage, so it is no event of the match and
 * may change at any time; every change stands in the audit log. Matches are named by their code: this package knows no others of finals.
 */
package org.leitai.finals.look;
