/** Load packages on disk: written by one run, found again by the next, put away after the commit. */
@NullMarked
package dev.headrace.engine.loadpackage;

import org.jspecify.annotations.NullMarked;
