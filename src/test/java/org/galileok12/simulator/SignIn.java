package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in to a {@link LocalClever}: who they are, where they may be sent, and what goes wrong.
 *
 * <p>A browser without a session of the local Clever gets a page to pick who to be, unless {@link #as} has said so. Anybody
 * whom a district ever had can sign in, also somebody whom it does not list (any more). Thread safe.
 */
public final class SignIn {

    final Clock clock;
    final String clientId;
    final String clientSecret;
    final Map<String, ServedDistrict> districts;
    final FaultSchedule faults = new FaultSchedule();
    final List<RedirectFault> redirectFaults = new CopyOnWriteArrayList<>();
    final Codes codes;
    final IdTokens idTokens;
    private final Map<SignInCall, LongAdder> calls = new EnumMap<>(SignInCall.class);
    private volatile String url = "";
    private volatile String person = "";
    private volatile List<String> redirectUris = List.of();
    private volatile boolean oidc;

    SignIn(Clock clock, String clientId, String clientSecret, Map<String, ServedDistrict> districts) {
        this.clock = clock;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.districts = districts;
        this.codes = new Codes(clock);
        this.idTokens = new IdTokens(clock, clientId, clientSecret);
        for (SignInCall call : SignInCall.values()) {
            calls.put(call, new LongAdder());
        }
    }

    /** Where Clever may send browsers, exactly; the first is the primary one, for the portal. Without any it refuses all. */
    public SignIn redirectUris(String... uris) {
        redirectUris = List.of(uris);
        return this;
    }

    /** From now on every browser is this person, without a page and whatever its cookies say. */
    public SignIn as(ListedPerson who) {
        return as(who.id());
    }

    /** As {@link #as(ListedPerson)}, by Clever id. */
    public SignIn as(String id) {
        if (grant(id, "") == null) {
            throw new IllegalArgumentException("No district of the local Clever ever had the person " + id + ".");
        }
        person = id;
        return this;
    }

    /** Browsers are whom their session says, and asked for otherwise. */
    public SignIn asTheBrowserSays() {
        person = "";
        return this;
    }

    /** The cookie, {@code name=value}, of a browser in which this person is signed in to the local Clever. */
    public static String sessionOf(String id) {
        return SignInRequest.SESSION + "=" + id;
    }

    /** A fresh code as from the portal: bound to the primary redirect URI, not asked for by anybody. */
    public String codeFor(ListedPerson who) {
        return codeFor(who.id());
    }

    /** As {@link #codeFor(ListedPerson)}, by Clever id. */
    public String codeFor(String id) {
        Grant grant = grant(id, "");
        if (grant == null || redirectUris.isEmpty()) {
            throw new IllegalStateException("A portal code needs a known person and a redirect URI.");
        }
        return codes.code(grant, redirectUris.get(0), "", "");
    }

    /** Whether the application has OpenID Connect: token answers then carry an id_token. Off at first. */
    public SignIn oidc(boolean on) {
        oidc = on;
        return this;
    }

    /** What goes wrong with the answer to a call; a code sent with it is spent all the same. */
    public PageFault on(SignInCall call) {
        return faults.add(call.name(), 0);
    }

    /** What goes wrong with the address that the browser is sent back to. */
    public RedirectFault onRedirect() {
        RedirectFault fault = new RedirectFault();
        redirectFaults.add(fault);
        return fault;
    }

    /** What goes wrong with the id_token. */
    public IdTokenFault onIdToken() {
        IdTokenFault fault = new IdTokenFault();
        idTokens.faults.add(fault);
        return fault;
    }

    /** A new key signs from now on; the ones before stay published. */
    public SignIn rotateKeys() {
        idTokens.keys.rotate();
        return this;
    }

    /** Only the key that signs is published from now on. */
    public SignIn forgetOldKeys() {
        idTokens.keys.forgetOld();
        return this;
    }

    /** Where an attacker's keys are published: a client that looks there accepts tokens that the attacker has signed. */
    public String attackersKeys() {
        return url + SignInAnswers.ATTACKERS_KEYS;
    }

    /** How often a call has reached the local Clever. */
    public int calls(SignInCall call) {
        return counter(call).intValue();
    }

    /** Forgets the counts and everything that goes wrong; people, codes and redirect URIs stay. */
    public SignIn heal() {
        faults.clear();
        redirectFaults.clear();
        idTokens.faults.clear();
        calls.values().forEach(LongAdder::reset);
        return this;
    }

    /** As new, apart from redirect URIs and keys. */
    void reset() {
        heal().asTheBrowserSays().oidc(false);
        codes.clear();
    }

    LongAdder counter(SignInCall call) {
        return java.util.Objects.requireNonNull(calls.get(call));
    }

    void servedAt(String address) {
        url = address;
    }

    String url() {
        return url;
    }

    boolean hasOidc() {
        return oidc;
    }

    List<String> redirectUris() {
        return redirectUris;
    }

    /** Whom this request's browser is signed in as, null for nobody. */
    @Nullable Grant browser(SignInRequest request) {
        String who = person.isEmpty() ? request.session() : person;
        return who.isEmpty() ? null : grant(who, request.parameter("nonce"));
    }

    private @Nullable Grant grant(String id, String nonce) {
        for (ServedDistrict district : districts.values()) {
            ObjectNode record = district.person(id);
            if (record != null) {
                return Grant.of(district, record, nonce);
            }
        }
        return null;
    }
}
