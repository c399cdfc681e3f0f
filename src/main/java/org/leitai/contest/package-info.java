/** x */
package org.leitai.contest;
