/** Whole loads and whole starts, each way of doing them in turn, in processes of their own. */
@NullMarked
package dev.headrace.bench.whole;

import org.jspecify.annotations.NullMarked;
