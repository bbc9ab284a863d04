@NullMarked
package dev.headrace.postgres;

import org.jspecify.annotations.NullMarked;
