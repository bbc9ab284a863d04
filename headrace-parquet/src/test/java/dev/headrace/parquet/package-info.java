@NullMarked
package dev.headrace.parquet;

import org.jspecify.annotations.NullMarked;
