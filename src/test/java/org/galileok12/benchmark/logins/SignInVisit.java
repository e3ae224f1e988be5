package org.galileok12.benchmark.logins;

import java.io.IOException;
import java.util.function.IntFunction;

/** A whole login, each time of another person. Of the tokens one in a hundred is verified as the product would do it. */
final class SignInVisit implements Visit {

    private static final int SAMPLE = 100;

    private final IntFunction<String> people;
    private final HandedOver product;

    /** @param people Clever's id of the person who signs in, by the number of the login */
    SignInVisit(IntFunction<String> people, HandedOver product) {
        this.people = people;
        this.product = product;
    }

    @Override
    public Login make(KeptConnection service, KeptConnection clever, int number, long begin) throws IOException {
        var browser = new VirtualBrowser(service, clever, people.apply(number));
        var back = browser.authorize(browser.start());
        var arrived = System.nanoTime();
        browser.callback(back);
        var answered = System.nanoTime();
        var token = browser.land();
        var end = System.nanoTime();
        if (number % SAMPLE == 0) {
            product.verify(token);
        }
        return new Login(answered - arrived, end - arrived, end - begin);
    }
}
