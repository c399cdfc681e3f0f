/**
 * The YAML files of {@code question-bank/}: what they may say, and what to tell people whose file says something else.
 *
 * <p>In: a folder. Out: a {@link org.leitai.bank.format.BankFolder.Reading}: items and faults. Invariants: every fault
 * carries file and line and says how to mend it; all faults are found in one go; reading a file costs in
 * proportion to its size, which is limited, and runs no code.
 *
 * <p>Decisions: files are read as trees of nodes ({@code Yaml.compose}), not bound to objects, because only nodes know their
 * lines, and because no tag can then name a class. Anchors and aliases are refused: an item says all that it is in
 * one place. An item with a fault still claims its id, so that a duplicate is found in the same run.
 */
package org.leitai.bank.format;
