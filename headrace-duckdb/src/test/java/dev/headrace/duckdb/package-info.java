@NullMarked
package dev.headrace.duckdb;

import org.jspecify.annotations.NullMarked;
