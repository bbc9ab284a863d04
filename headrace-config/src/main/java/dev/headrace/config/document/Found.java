package dev.headrace.config.document;

import dev.headrace.config.tree.Tree;
import java.util.List;

/**
 * A configuration found in a document.
 *
 * @param configuration bare or wrapped
 * @param warnings what was left out, each with its place
 */
record Found(Tree configuration, List<String> warnings) {}
