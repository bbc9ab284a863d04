@NullMarked
package dev.headrace.engine.schema;

import org.jspecify.annotations.NullMarked;
