/** What {@code response_actions} makes of answers before their status is looked at. */
@NullMarked
package dev.headrace.rest.action;

import org.jspecify.annotations.NullMarked;
