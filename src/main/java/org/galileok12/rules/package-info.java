/**
 * What a district shares with Galileo, which grade level a Clever grade means and which of Clever's fields are kept: pure
 * decisions about one record, read from the YAML files in {@code routes/rules}. Knows nothing of HTTP, Camel, Spring or SQL.
 */
@NullMarked
package org.galileok12.rules;

import org.jspecify.annotations.NullMarked;
