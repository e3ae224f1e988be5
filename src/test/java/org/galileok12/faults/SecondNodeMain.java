package org.galileok12.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.galileok12.GalileoClever;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Progress;
import org.galileok12.run.RunRefused;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/** Runs each district whose id it reads from standard input, with the service of the class path; ends with its input. */
final class SecondNodeMain {

    static final String READY = "== ready ==";
    static final String ENDED = "== ended ==";

    private SecondNodeMain() {}

    public static void main(String[] settings) throws IOException {
        try (var service = new SpringApplicationBuilder(GalileoClever.class)
                        .web(WebApplicationType.NONE)
                        .initializers(context -> ((GenericApplicationContext) context)
                                .registerBean(StatementMoments.class, StatementMoments::new))
                        .run(settings);
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(READY);
            for (var district = in.readLine(); district != null; district = in.readLine()) {
                try {
                    service.getBean(DistrictSync.class).sync(district, false, Progress.NONE);
                } catch (RunRefused e) {
                    System.out.println(e.getMessage());
                }
                System.out.println(ENDED);
            }
        }
    }
}
