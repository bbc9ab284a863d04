/** The pipeline: normaliser, inference, naming, column batches, Parquet, load package, state. */
@NullMarked
package dev.headrace.engine;

import org.jspecify.annotations.NullMarked;
