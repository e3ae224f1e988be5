package org.galileok12.demo;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.galileok12.command.ReportPrinter;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Progress;
import org.galileok12.sso.SsoSwitch;
import org.springframework.beans.factory.BeanFactory;

/** Synchronises the demo's district once, as soon as the service is up, lets its people sign in, and says where to look. */
final class FirstSync {

    private FirstSync() {}

    static void run(BeanFactory beans, String district, String invitation) {
        var out = new PrintWriter(System.out, true, Charset.defaultCharset());
        new ReportPrinter(out).print(beans.getBean(DistrictSync.class).sync(district, false, Progress.NONE));
        beans.getBean(SsoSwitch.class).on(district, null, null, "demo");
        out.println();
        out.println("The service goes on: health at http://localhost:9876/actuator/health, metrics at"
                + " http://localhost:9876/actuator/prometheus. Ctrl+C ends it.");
        out.println();
        out.println(invitation);
        out.flush();
    }
}
