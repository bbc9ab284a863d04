/** Values with their places: what every notation is read into, and the configuration nodes made of it. */
@NullMarked
package dev.headrace.config.tree;

import org.jspecify.annotations.NullMarked;
