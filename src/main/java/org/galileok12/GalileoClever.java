package org.galileok12;

import java.util.List;
import org.galileok12.command.GalileoCommands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContextInitializer;

/** The application, and the entry to its command line. */
@SpringBootApplication
public class GalileoClever {

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /**
     * Runs one command to its end, without exiting the process.
     *
     * @param initializers run before anything is checked: they may start services and set properties
     * @return the exit code
     */
    public static int run(String[] arguments, ApplicationContextInitializer<?>... initializers) {
        return new GalileoCommands(GalileoClever.class, List.of(initializers)).run(arguments);
    }
}
