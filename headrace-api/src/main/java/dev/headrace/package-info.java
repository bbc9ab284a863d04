/** What every part of Headrace shares: failures, secrets and their redaction. */
@NullMarked
package dev.headrace;

import org.jspecify.annotations.NullMarked;
