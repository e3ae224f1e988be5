package org.galileok12.console;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The two accounts of the API, the operator's and the product's, from the environment; with nothing set, nobody gets in. One
 * password of each at most is looked at at a time, and a few others wait for a moment only: guessing, or a product with an old
 * password, costs the service no more than that, and never the threads of everybody else. Safe to share.
 */
final class Accounts implements UserDetailsService, PasswordEncoder {

    static final String OPERATOR = "OPERATOR";
    static final String PRODUCT = "PRODUCT";

    private static final long WAIT_MILLIS = 500;
    private static final int MOST_WAITING = 20;

    private final Account operator;
    private final Account product;
    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(12);
    private final Map<String, PasswordEncoder> encoders =
            Map.of("$2", bcrypt, "$a", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    /** By hash: who floods one account, or names that do not exist, does not shut anybody else out. */
    private final Map<String, Semaphore> looks = new ConcurrentHashMap<>();

    private final RightPasswords right = new RightPasswords();

    Accounts(
            @Value("${galileo.operator.user:}") String operator,
            @Value("${galileo.operator.password-hash:}") String operatorHash,
            @Value("${galileo.product.user:}") String product,
            @Value("${galileo.product.password-hash:}") String productHash) {
        this.operator = new Account(operator, operatorHash, OPERATOR);
        this.product = new Account(product, productHash, PRODUCT);
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return Stream.of(operator, product)
                .filter(account -> account.isSet() && account.user().equals(name))
                .findFirst()
                .map(account -> User.withUsername(account.user())
                        .password(account.hash())
                        .roles(account.role())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("There is no such account."));
    }

    /**
     * What Spring compares the password of an unknown name with, to no avail: an account's own hash but for its end, so that a name
     * that does not exist takes as long as a wrong password, in a turn of its own. Nothing else is ever encoded here.
     */
    @Override
    public String encode(CharSequence password) {
        return Stream.of(operator, product)
                .filter(Account::isSet)
                .findFirst()
                .map(account -> unlike(account.hash()))
                .orElseGet(() -> bcrypt.encode(password));
    }

    private static String unlike(String hash) {
        var end = hash.length() - 1;
        return hash.substring(0, end) + (hash.charAt(end) == 'a' ? 'b' : 'a');
    }

    @Override
    public boolean matches(CharSequence password, String encoded) {
        if (right.has(encoded, password)) {
            return true;
        }
        var look = looks.computeIfAbsent(encoded, hash -> new Semaphore(1, true));
        if (!isTurn(look)) {
            throw new TooManyPasswords();
        }
        try {
            if (right.has(encoded, password)) {
                // Who had the turn before has found out.
                return true;
            }
            var matches = encoders.getOrDefault(encoded.substring(0, 2), bcrypt).matches(password, encoded);
            if (matches) {
                right.add(encoded, password);
            }
            return matches;
        } finally {
            look.release();
        }
    }

    private static boolean isTurn(Semaphore look) {
        try {
            return look.getQueueLength() < MOST_WAITING && look.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Account(String user, String hash, String role) {
        boolean isSet() {
            return !user.isBlank() && !hash.isBlank();
        }
    }
}
