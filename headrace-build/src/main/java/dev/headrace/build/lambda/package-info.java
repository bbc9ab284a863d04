/**
 * Gives the lambdas of finished jars classes of their own, as they would have as anonymous classes. Java makes the class of a
 * lambda when it first comes to it, which takes some tenth of a millisecond each, with a class archive, too; a small load
 * comes to a thousand of them. See docs/decisions/0027.
 */
@NullMarked
package dev.headrace.build.lambda;

import org.jspecify.annotations.NullMarked;
