/**
 * The command line: reads arguments, starts the application with the settings that the command needs, prints, and decides
 * the exit code. What is synchronised and how is not known here.
 */
@NullMarked
package org.galileok12.command;

import org.jspecify.annotations.NullMarked;
