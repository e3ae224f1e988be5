package org.galileok12.benchmark.logins;

/**
 * How long one login took, in nanoseconds.
 *
 * @param callback from the browser's arrival at the callback to its answer
 * @param toHandOff from there to the page that hands over, included
 * @param whole from when the login was to begin to that page; the browser's visit to Clever is in it
 */
record Login(long callback, long toHandOff, long whole) {}
