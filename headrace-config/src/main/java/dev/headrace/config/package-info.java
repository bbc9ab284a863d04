/** Reads YAML, JSON, TOML, Python literals and Markdown into located nodes; secrets and suggestions. */
@NullMarked
package dev.headrace.config;

import org.jspecify.annotations.NullMarked;
