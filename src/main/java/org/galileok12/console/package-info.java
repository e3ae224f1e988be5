/**
 * The operator's HTTP API: who may call it, what it takes and answers. What is decided and how is not known here: the
 * command line calls the same facades.
 */
@NullMarked
package org.galileok12.console;

import org.jspecify.annotations.NullMarked;
