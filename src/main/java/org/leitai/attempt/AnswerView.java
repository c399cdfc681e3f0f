package org.leitai.attempt;

/**
 * The shell of the answering page 答题页; the questions come as JSON.
 *
 * @param title the contest's
 * @param contestPath {@code /c/{contest}}: where a phone goes that has nothing to answer
 * @param api {@code /api/c/{contest}/r/{round}}
 * @param signInPath {@code /sign-in?to=…} back to this page
 */
record AnswerView(String title, String contestPath, String api, String signInPath) {}
