/**
 * The words that every feature shares: ids as types, {@link org.leitai.kernel.Points}, {@link org.leitai.kernel.TimeWindow},
 * {@link org.leitai.kernel.Refusal}. No framework, no input or output, no dependency on any other package.
 */
package org.leitai.kernel;
