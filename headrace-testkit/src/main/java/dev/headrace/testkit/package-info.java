/** What tests of Headrace and of its extensions share. */
@NullMarked
package dev.headrace.testkit;

import org.jspecify.annotations.NullMarked;
