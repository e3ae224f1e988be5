package org.galileok12.browser;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.galileok12.demo.product.StandIn;
import org.galileok12.run.DistrictSync;
import org.galileok12.run.Outcome;
import org.galileok12.run.Progress;
import org.galileok12.simulator.FreePort;
import org.galileok12.simulator.ListedPerson;
import org.galileok12.simulator.ListedRecord;
import org.galileok12.simulator.ListedSection;
import org.galileok12.simulator.LocalClever;
import org.galileok12.simulator.SchoolDistrict;
import org.galileok12.simulator.SetClock;
import org.galileok12.sso.SsoSwitch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that a login passes through, on this machine: the local Clever at 127.0.0.1, the service and the product at localhost, which
 * is another site for a browser. One district is published and signed in from.
 */
final class Town {

    static final String CALLBACK = "/login/oauth2/code/clever";

    private static @Nullable Town town;

    final LocalClever clever = LocalClever.start();
    final SchoolDistrict district = clever.district("Lincoln Unified");
    final ListedRecord north = district.school("North Middle School");
    final ListedPerson ana = district.student("Ana García", north).grade("Other");
    final ListedPerson ben = district.student("Ben Okafor", north).grade("6");
    final ListedPerson tom = district.teacher("Tom Weber", north);
    final ListedPerson eva = district.teacher("Eva Lindqvist", north).alsoStaff("Counselor", north);
    final ListedSection maths =
            district.section("Mathematics 6", north).with(ana, ben).taughtBy(tom, eva);
    final ListedSection science = district.section("Science 6", north).with(ana).taughtBy(eva);
    final SetClock clock = SetClock.running();
    final String url;
    final String database;
    final StandIn product;
    final JdbcClient db;
    private final ConfigurableApplicationContext service;

    private Town() throws IOException {
        var postgres = EmbeddedPostgres.start();
        url = "http://localhost:" + FreePort.any();
        database = postgres.getJdbcUrl("postgres", "postgres");
        db = JdbcClient.create(postgres.getPostgresDatabase());
        clever.signIn().redirectUris(url + CALLBACK);
        product = StandIn.start(new StandIn.Settings(
                0,
                postgres.getPostgresDatabase(),
                url,
                url,
                RunningService.PRODUCT_USER,
                RunningService.PRODUCT_PASSWORD,
                clock));
        service = RunningService.start(database, clever, url, product.loginUrl(), "galileo.sso.plain-http=true");
        sync();
        service.getBean(SsoSwitch.class).on(district.id(), null, null, "test");
    }

    /** One for all tests; ends with their JVM. */
    static synchronized Town get() {
        var running = town;
        if (running == null) {
            try {
                running = new Town();
            } catch (IOException e) {
                throw new UncheckedIOException("The town did not start.", e);
            }
            town = running;
        }
        return running;
    }

    void sync() {
        var result = service.getBean(DistrictSync.class).sync(district.id(), false, Progress.NONE);
        if (result.outcome() != Outcome.DONE) {
            throw new IllegalStateException("The sync ended " + result.outcome() + ": " + result.reason());
        }
    }

    void signingIn(boolean on) {
        var turn = service.getBean(SsoSwitch.class);
        if (on) {
            turn.on(district.id(), null, null, "test");
        } else {
            turn.off(district.id(), "test");
        }
    }

    /** As sessions are named. */
    String principal(ListedPerson who) {
        return db.sql("select district_id || ':' || id from galileo.person where clever_id = ?")
                .param(who.id())
                .query(String.class)
                .single();
    }

    /** How the attempt ended whose code a page shows. */
    String reason(String code) {
        return db.sql("select reason from sso.attempt where correlation = ?")
                .param(code)
                .query(String.class)
                .single();
    }

    /** Names of people with a session of galileo-clever. */
    List<String> sessions() {
        return db.sql("select principal_name from sso.spring_session where principal_name is not null")
                .query(String.class)
                .list();
    }
}
