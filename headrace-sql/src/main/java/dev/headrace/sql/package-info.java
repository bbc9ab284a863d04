/** What SQL destinations share: DDL, staging, merge, system tables, dialect. */
@NullMarked
package dev.headrace.sql;

import org.jspecify.annotations.NullMarked;
