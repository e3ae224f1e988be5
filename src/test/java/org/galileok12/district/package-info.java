/** When districts are due, computed without Quartz's scheduler and without a database. */
@NullMarked
package org.galileok12.district;

import org.jspecify.annotations.NullMarked;
