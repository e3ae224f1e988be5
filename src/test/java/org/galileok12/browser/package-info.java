/**
 * Signing in as people see it: the whole service, a local Clever and the stand-in product, driven by a real browser. Where there
 * is no browser these tests skip themselves.
 */
@NullMarked
package org.galileok12.browser;

import org.jspecify.annotations.NullMarked;
