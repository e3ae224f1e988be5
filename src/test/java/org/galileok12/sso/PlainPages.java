package org.galileok12.sso;

import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands in for the pages until they are there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnSso
class PlainPages {

    @Bean
    Pages pages() {
        return (request, response, reason, correlation) -> {
            response.setStatus(reason.status());
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream()
                    .write(("<p>" + reason.code() + " " + correlation + " /oauth2/authorization/clever")
                            .getBytes(StandardCharsets.UTF_8));
        };
    }
}
