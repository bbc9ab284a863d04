/** Random records, and plainly what has to become of them. */
@NullMarked
package dev.headrace.testkit.records;

import org.jspecify.annotations.NullMarked;
