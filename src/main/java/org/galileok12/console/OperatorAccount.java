package org.galileok12.console;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The one account of the API, from the environment; with nothing set, nobody gets in. Two passwords at most are looked at at
 * the same time, so that guessing costs the service no more than that. Safe to share.
 */
final class OperatorAccount implements UserDetailsService, PasswordEncoder {

    private final String user;
    private final String hash;
    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(12);
    private final Map<String, PasswordEncoder> encoders =
            Map.of("$2", bcrypt, "$a", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    private final Semaphore looks = new Semaphore(2, true);

    OperatorAccount(
            @Value("${galileo.operator.user:}") String user, @Value("${galileo.operator.password-hash:}") String hash) {
        this.user = user;
        this.hash = hash;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        if (user.isBlank() || hash.isBlank() || !user.equals(name)) {
            throw new UsernameNotFoundException("There is no such account.");
        }
        return User.withUsername(user).password(hash).roles("OPERATOR").build();
    }

    /**
     * What Spring compares the password of an unknown name with, to no avail: the account's own hash, so that a name that does
     * not exist takes as long as a wrong password. Nothing else is ever encoded here.
     */
    @Override
    public String encode(CharSequence password) {
        return hash.isBlank() ? bcrypt.encode(password) : hash;
    }

    @Override
    public boolean matches(CharSequence password, String encoded) {
        looks.acquireUninterruptibly();
        try {
            return encoders.getOrDefault(encoded.substring(0, 2), bcrypt).matches(password, encoded);
        } finally {
            looks.release();
        }
    }
}
