package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Answers every request as Clever would, from the districts' state at that moment. One stub serves all paths. */
final class CleverAnswers implements ResponseTransformerV2 {

    static final String NAME = "local-clever";
    private static final List<String> COLLECTIONS = List.of("schools", "terms", "courses", "users", "sections");
    private static final String UNAUTHORISED = "{\"message\":\"Invalid authorization.\"}";

    final Map<String, ServedDistrict> districts = new ConcurrentHashMap<>();
    final Queue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();
    final FaultSchedule faults = new FaultSchedule();
    final RateWindow rate;
    final TokenList tokens;
    final SignIn signIn;
    volatile UnaryOperator<String> variant = name -> "{}";
    volatile boolean recording = true;
    private final SignInAnswers signInAnswers;

    CleverAnswers(Clock clock, String clientId, String clientSecret) {
        this.rate = new RateWindow(clock);
        this.tokens = new TokenList(clientId, clientSecret);
        this.signIn = new SignIn(clock, clientId, clientSecret, districts);
        this.signInAnswers = new SignInAnswers(signIn);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response ignored, ServeEvent event) {
        Request request = event.getRequest();
        URI uri = URI.create(request.getUrl());
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        if (recording) {
            requests.add(new RecordedRequest(request.getMethod().getName(), uri.getPath(), query));
        }
        if (signInAnswers.knows(request.getMethod().getName(), uri.getPath())) {
            return signInAnswers.answer(SignInRequest.of(request, uri.getPath(), query));
        }
        String authorization = request.getHeader("Authorization");
        Call call = new Call(
                request.getMethod().getName(),
                uri.getPath(),
                SignInRequest.parsed(query),
                authorization == null ? "" : authorization);
        if (call.method.equals("POST") && call.path.equals("/__local/variant")) {
            return Answer.json(200, variant.apply(call.query.getOrDefault("name", "base")));
        }
        if (!call.method.equals("GET")) {
            return Answer.unknownPath(call.method, call.path);
        }
        return switch (call.path) {
            case "/oauth/tokens" -> tokenList(call);
            case "/oauth/tokeninfo" -> tokenInfo(call);
            default -> data(call);
        };
    }

    private Response tokenInfo(Call call) {
        ServedDistrict owner = owner(call.authorization);
        PageFault fault = faults.take(owner == null ? "" : owner.id(), "tokeninfo", 1);
        runBefore(fault);
        return bent(fault, tokens.info(call.authorization, owner));
    }

    private Response tokenList(Call call) {
        PageFault fault = faults.take(call.query.getOrDefault("district", ""), "tokens", 1);
        runBefore(fault);
        List<ServedDistrict> sorted = districts.values().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .toList();
        return bent(fault, tokens.answer(call.authorization, call.query, sorted));
    }

    private Response data(Call call) {
        String[] parts = call.path.split("/", -1);
        boolean known = parts.length == 3 && (parts[1].equals("v3.0") || parts[1].equals("v3.1"));
        if (!known
                || !(COLLECTIONS.contains(parts[2])
                        || List.of("districts", "events").contains(parts[2]))) {
            return Answer.unknownPath(call.method, call.path);
        }
        String version = parts[1];
        String collection = parts[2];
        ServedDistrict caller = owner(call.authorization);
        String district = caller == null ? "" : caller.id();
        int page = faults.pageOf(district, collection, call.query.get("starting_after"));
        PageFault fault = faults.take(district, collection, page);
        runBefore(fault);
        ServedDistrict owner = owner(call.authorization);
        if (owner == null) {
            return bent(fault, Answer.json(401, UNAUTHORISED));
        }
        if (collection.equals("events") && !owner.tellsEvents()) {
            return bent(fault, Answer.json(403, UNAUTHORISED));
        }
        var standing = rate.count(call.authorization);
        if (standing.exceeded()) {
            return Answer.json(429, "", Answer.standing(standing));
        }
        return bent(
                fault,
                collection.equals("districts")
                        ? district(version, owner, standing)
                        : list(version, collection, call.query, owner, page, standing));
    }

    private static Response district(String version, ServedDistrict owner, RateWindow.Standing standing) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode district = owner.districtRecord();
        if (version.equals("v3.0")) {
            OlderVersion.strip("districts", district);
        }
        ArrayNode data = body.putArray("data");
        data.addObject().put("uri", "/" + version + "/districts/" + owner.id()).set("data", district);
        body.putArray("links").addObject().put("rel", "self").put("uri", "/" + version + "/districts");
        return Answer.json(200, body.toString(), Answer.standing(standing));
    }

    private Response list(
            String version,
            String collection,
            Map<String, String> query,
            ServedDistrict owner,
            int number,
            RateWindow.Standing standing) {
        String limit = query.getOrDefault("limit", "100");
        if (!limit.matches("[1-9][0-9]{0,8}")) {
            return Answer.json(400, "{\"message\":\"limit is not a number above zero.\"}", Answer.standing(standing));
        }
        if (Integer.parseInt(limit) > 10_000) {
            return Answer.json(413, "{\"message\":\"limit is above 10000.\"}", Answer.standing(standing));
        }
        if (query.containsKey("role")) {
            return Answer.json(200, OneRole.page(version, query, owner), Answer.standing(standing));
        }
        RenderedPage page = owner.page(new PageQuery(
                version,
                collection,
                Integer.parseInt(limit),
                query.containsKey("limit"),
                query.get("starting_after"),
                query.get("ending_before")));
        if (page.nextAfter() != null && number > 0) {
            faults.led(owner.id(), collection, page.nextAfter(), number + 1);
        }
        return Answer.json(200, page.bytes(), Answer.standing(standing));
    }

    private @Nullable ServedDistrict owner(String authorization) {
        for (ServedDistrict district : districts.values()) {
            for (Authorisation each : district.authorisations()) {
                if (authorization.equals("Bearer " + each.token())) {
                    return district;
                }
            }
        }
        return null;
    }

    private static void runBefore(@Nullable PageFault fault) {
        if (fault != null) {
            fault.runBefore();
        }
    }

    private static Response bent(@Nullable PageFault fault, Response normal) {
        return fault == null ? normal : fault.apply(normal);
    }

    private record Call(String method, String path, Map<String, String> query, String authorization) {}
}
