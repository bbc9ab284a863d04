/** Reads YAML 1.2 into trees. */
@NullMarked
package dev.headrace.config.yaml;

import org.jspecify.annotations.NullMarked;
