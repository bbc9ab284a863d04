package dev.headrace.config.markdown;

import dev.headrace.config.tree.SourceText;

/**
 * A fenced block of a Markdown document.
 *
 * @param language the first word after the fence, in lower case; empty when there is none
 * @param line of the opening fence, counted from 1
 * @param source its content, with the document's line numbers
 */
public record FencedBlock(String language, int line, SourceText source) {}
