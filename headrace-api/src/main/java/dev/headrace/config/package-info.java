/** Located configuration nodes, and the providers that turn them into components. */
@NullMarked
package dev.headrace.config;

import org.jspecify.annotations.NullMarked;
