/** Finds fenced blocks in Markdown documents. */
@NullMarked
package dev.headrace.config.markdown;

import org.jspecify.annotations.NullMarked;
