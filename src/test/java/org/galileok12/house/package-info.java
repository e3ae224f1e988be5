/**
 * The rules of the house: what holds for every package, route, statement and document, checked by the build. Nothing here tests
 * what the service does; a rule that needs an exception gets it in {@link org.galileok12.house.Exempt}, with a reason.
 */
@NullMarked
package org.galileok12.house;

import org.jspecify.annotations.NullMarked;
