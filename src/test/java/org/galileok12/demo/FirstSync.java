package org.galileok12.demo;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.galileok12.command.ReportPrinter;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Progress;
import org.springframework.beans.factory.BeanFactory;

/** Synchronises the demo's district once, as soon as the service is up, and prints the report. */
final class FirstSync {

    private FirstSync() {}

    static void run(BeanFactory beans, String district) {
        var out = new PrintWriter(System.out, true, Charset.defaultCharset());
        new ReportPrinter(out).print(beans.getBean(DistrictSync.class).sync(district, false, Progress.NONE));
        out.println();
        out.println("The service goes on: health at http://localhost:9876/actuator/health, metrics at"
                + " http://localhost:9876/actuator/prometheus. Ctrl+C ends it.");
        out.flush();
    }
}
