/**
 * Links ahead of time what Java links when it first comes there, in finished jars: lambdas get the classes that anonymous
 * classes would have, records the methods that they have without writing them. Linking one takes some tenth of a
 * millisecond, with a class archive, too, and a small load comes to a thousand. See docs/decisions/0027.
 */
@NullMarked
package dev.headrace.build.callsite;

import org.jspecify.annotations.NullMarked;
