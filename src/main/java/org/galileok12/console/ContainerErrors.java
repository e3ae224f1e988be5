package org.galileok12.console;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Answers in our words what the container refuses before any filter sees it, such as an address that it cannot read. */
final class ContainerErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("application/json");
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(
                        Answers.error(Answers.sentence(response.getStatus())).toString());
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("The caller has gone before it was answered.");
        }
    }

    /** After Boot's own, so that this one is the first to be asked. */
    @Order(Ordered.LOWEST_PRECEDENCE)
    static final class Installed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ContainerErrors()));
        }
    }
}
