package org.leitai.roster;

/**
 * A personal code, for the one time that it is shown.
 *
 * @param to where the button leads
 * @param first whether it comes with the registration and replaces no other
 */
record CodeView(String code, String to, boolean first) {

    @Override
    public String toString() {
        return "CodeView[…]";
    }
}
