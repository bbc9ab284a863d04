/** Merges of changed events into many, against appending the same rows and against merging by hand. */
@NullMarked
package dev.headrace.bench.merge;

import org.jspecify.annotations.NullMarked;
