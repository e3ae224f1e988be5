package org.galileok12.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an id_token. Effects on the same fault add up, the last signature counts. Describe it before the request
 * that meets it.
 */
public final class IdTokenFault extends Fault<IdTokenFault> {

    enum Signature {
        OURS,
        NONE,
        SECRET,
        PUBLIC_KEY,
        FOREIGN,
        BROKEN
    }

    private volatile BiConsumer<Map<String, Object>, Instant> claims = (all, now) -> {};
    private volatile Consumer<Map<String, Object>> header = all -> {};
    private volatile Signature signature = Signature.OURS;
    private volatile @Nullable String instead;
    private volatile boolean missing;
    private volatile boolean replayed;
    private volatile boolean embedsKey;

    IdTokenFault() {}

    public IdTokenFault claim(String name, Object value) {
        return claims((all, now) -> all.put(name, value));
    }

    public IdTokenFault without(String claim) {
        return claims((all, now) -> all.remove(claim));
    }

    /** A claim with a time, so far from now; negative for the past. */
    public IdTokenFault moment(String claim, Duration fromNow) {
        return claims((all, now) -> all.put(claim, now.plus(fromNow).getEpochSecond()));
    }

    /** A member of the header, null to take it away. */
    public IdTokenFault header(String name, @Nullable Object value) {
        Consumer<Map<String, Object>> before = header;
        header = all -> {
            before.accept(all);
            if (value == null) {
                all.remove(name);
            } else {
                all.put(name, value);
            }
        };
        return this;
    }

    /** {@code alg: none}, and no signature. */
    public IdTokenFault unsigned() {
        return signedWith(Signature.NONE).header("alg", "none");
    }

    /** HS256 with the client's secret. */
    public IdTokenFault signedWithTheSecret() {
        return signedWith(Signature.SECRET).header("alg", "HS256");
    }

    /** HS256 with our public key as the secret: what a verifier takes that believes the header's algorithm. */
    public IdTokenFault signedWithThePublicKey() {
        return signedWith(Signature.PUBLIC_KEY).header("alg", "HS256");
    }

    /** By an attacker's key, under the id of ours. */
    public IdTokenFault signedByAnotherKey() {
        return signedWith(Signature.FOREIGN);
    }

    /** By an attacker's key, which has an id of its own. */
    public IdTokenFault unknownKey() {
        return signedByAnotherKey().header("kid", "nobody-knows-this-key");
    }

    /** By an attacker's key, whose header carries the public key to check it with. */
    public IdTokenFault withItsOwnKey() {
        embedsKey = true;
        return unknownKey();
    }

    /** By an attacker's key, whose header says where to fetch the public key: see {@link SignIn#attackersKeys}. */
    public IdTokenFault withKeysAt(String url) {
        return unknownKey().header("jku", url);
    }

    /** A signature of ours with one bit turned over. */
    public IdTokenFault badSignature() {
        return signedWith(Signature.BROKEN);
    }

    /** The answer has no id_token. */
    public IdTokenFault missing() {
        missing = true;
        return this;
    }

    /** The id_token of the login before, again. */
    public IdTokenFault replayed() {
        replayed = true;
        return this;
    }

    /** Any text in its place. */
    public IdTokenFault text(String text) {
        instead = text;
        return this;
    }

    void bend(Map<String, Object> head, Map<String, Object> body, Instant now) {
        header.accept(head);
        claims.accept(body, now);
    }

    Signature signature() {
        return signature;
    }

    boolean isMissing() {
        return missing;
    }

    boolean isReplayed() {
        return replayed;
    }

    boolean embedsKey() {
        return embedsKey;
    }

    @Nullable String instead() {
        return instead;
    }

    @Override
    IdTokenFault self() {
        return this;
    }

    private IdTokenFault claims(BiConsumer<Map<String, Object>, Instant> next) {
        claims = claims.andThen(next);
        return this;
    }

    private IdTokenFault signedWith(Signature other) {
        signature = other;
        return this;
    }
}
