/** Settings and secrets from the environment and from TOML files. */
@NullMarked
package dev.headrace.config.settings;

import org.jspecify.annotations.NullMarked;
