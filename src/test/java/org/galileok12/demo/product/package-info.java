/**
 * A stand-in for Galileo, the product that people are handed to: its login, its sessions, and the page of who came in. Its
 * {@code HandOffVerifier} is the sample code of docs/sso.md and knows nothing of the rest.
 */
@NullMarked
package org.galileok12.demo.product;

import org.jspecify.annotations.NullMarked;
