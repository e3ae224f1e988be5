/**
 * Measures how many people sign in per second and how long each of them waits, beside what the same requests cost when they do
 * nothing. Run by hand ({@code mvn -Plogin-benchmark spring-boot:test-run}); a test only sees to it that it still runs.
 */
@NullMarked
package org.galileok12.benchmark.logins;

import org.jspecify.annotations.NullMarked;
