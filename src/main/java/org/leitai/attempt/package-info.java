/**
 * Answering 答题: start, answer, hand in, the result. In: what phones send. Out: durable answers, a result that everybody can
 * follow. What a page says of time, score or rank is what the server decided.
 */
package org.leitai.attempt;
