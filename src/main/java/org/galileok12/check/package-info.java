/**
 * Finds mistakes in everything that an engineer edits, before it runs: routes, SQL, rules, environment, database. Says
 * where a mistake is and what is wrong; never changes anything.
 */
@NullMarked
package org.galileok12.check;

import org.jspecify.annotations.NullMarked;
