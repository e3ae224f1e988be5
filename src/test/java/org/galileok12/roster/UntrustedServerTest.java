package org.galileok12.roster;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.simulator.LocalClever;
import org.junit.jupiter.api.Test;

/** Somebody else answers in Clever's name. */
class UntrustedServerTest extends SyncScenario {

    @Test
    void f21_a_server_whose_certificate_is_not_trusted_is_refused_and_gets_no_request() {
        var leaver = publishedClass(12);
        var before = roster();
        var impostor = new WireMockServer(
                options().httpDisabled(true).dynamicHttpsPort().bindAddress("127.0.0.1"));
        impostor.start();
        impostor.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.okJson("{\"data\":[],\"links\":[]}")));
        try (var node = Node.start("https://localhost:" + impostor.httpsPort(), LocalClever.CLIENT_SECRET)) {

            var result = node.districtSync().sync(district.id(), false, Progress.NONE);

            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.report().path("errorClass").asText()).isEqualTo("CONTRACT");
            assertThat(result.reason()).contains("certificate").contains("not trusted");
            assertThat(impostor.getAllServeEvents()).isEmpty();
            assertThat(roster()).isEqualTo(before);
        } finally {
            impostor.stop();
        }
        syncTakesOut(leaver);
    }
}
