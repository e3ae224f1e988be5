package org.galileok12.benchmark.logins;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Takes some logins through each of their requests together, so that it shows what each request asks of the database. */
final class LoginSteps {

    /** Past the fifth time, after which the driver keeps a statement prepared. */
    private static final int LOGINS = 60;

    private final int servicePort;
    private final int cleverPort;
    private final IntFunction<String> people;
    private final Statements statements;

    LoginSteps(int servicePort, int cleverPort, IntFunction<String> people, Statements statements) {
        this.servicePort = servicePort;
        this.cleverPort = cleverPort;
        this.people = people;
        this.statements = statements;
    }

    /** Calls of each statement by request. */
    Map<String, Map<String, Double>> measure() throws IOException, SQLException {
        Map<String, Map<String, Double>> calls = new LinkedHashMap<>();
        try (var service = new KeptConnection(servicePort);
                var clever = new KeptConnection(cleverPort)) {
            List<VirtualBrowser> browsers = new ArrayList<>();
            List<String> addresses = new ArrayList<>();
            for (int i = 0; i < LOGINS; i++) {
                browsers.add(new VirtualBrowser(service, clever, people.apply(i)));
            }
            statements.forget();
            for (var browser : browsers) {
                addresses.add(browser.start());
            }
            calls.put("start", statements.perVisit(LOGINS));
            for (int i = 0; i < LOGINS; i++) {
                addresses.set(i, browsers.get(i).authorize(addresses.get(i)));
            }
            statements.forget();
            for (int i = 0; i < LOGINS; i++) {
                browsers.get(i).callback(addresses.get(i));
            }
            calls.put("callback", statements.perVisit(LOGINS));
            statements.forget();
            for (var browser : browsers) {
                browser.land();
            }
            calls.put("hand-off page", statements.perVisit(LOGINS));
        }
        return calls;
    }
}
