package org.galileok12.clever;

import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Guarantees that a call ends: within the deadline, in bounded memory, and with a {@link CleverException} when it fails.
 *
 * <p>The read timeout alone does not do that: a server that sends one byte a second never exceeds it. So the whole
 * answer is read here, after decompression, and an alarm closes the connection under a read that lasts too long.
 * Safe for concurrent use.
 */
final class BoundedCall implements ExecChainHandler {

    private final ScheduledExecutorService alarms;
    private final Supplier<Duration> deadline;
    private final long maxBytes;

    BoundedCall(ScheduledExecutorService alarms, Duration deadline, long maxBytes) {
        this(alarms, () -> deadline, maxBytes);
    }

    /** @param deadline asked at the beginning of each call */
    BoundedCall(ScheduledExecutorService alarms, Supplier<Duration> deadline, long maxBytes) {
        this.alarms = alarms;
        this.deadline = deadline;
        this.maxBytes = maxBytes;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) {
        var late = new AtomicBoolean();
        var call = (Cancellable) scope.originalRequest;
        Runnable giveUp = () -> {
            late.set(true);
            call.cancel();
        };
        long longest = deadline.get().toMillis();
        var alarm = alarms.schedule(giveUp, longest, TimeUnit.MILLISECONDS);
        try {
            return inMemory(chain.proceed(request, scope), call, request);
        } catch (IOException | HttpException problem) {
            throw late.get() ? tooLate(problem, longest, request) : meaning(problem, request);
        } finally {
            alarm.cancel(false);
        }
    }

    private ClassicHttpResponse inMemory(ClassicHttpResponse answer, Cancellable call, ClassicHttpRequest request)
            throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity != null) {
            try (InputStream content = entity.getContent()) {
                answer.setEntity(new ByteArrayEntity(read(content, call, request), type(entity)));
            }
        }
        return answer;
    }

    private byte[] read(InputStream content, Cancellable call, ClassicHttpRequest request) throws IOException {
        // In small pieces that are joined: most answers are short, and a login has three of them.
        byte[] whole = content.readNBytes((int) Math.min(Integer.MAX_VALUE, maxBytes + 1));
        if (whole.length > maxBytes) {
            // Before the stream is closed: closing it politely would read the rest of the answer.
            call.cancel();
            throw new ContractBroken("Clever's answer to " + Calls.name(request) + " is larger than " + maxBytes
                    + " bytes (clever.max-body). It was cut off and not used.");
        }
        return whole;
    }

    private static ContentType type(HttpEntity entity) {
        return ContentType.parseLenient(entity.getContentType());
    }

    private static CleverException tooLate(Exception problem, long longest, ClassicHttpRequest request) {
        return new CleverSlow(
                "Clever's answer to " + Calls.name(request) + " was not complete after " + longest
                        + " ms (clever.call-deadline).",
                problem);
    }

    private static CleverException meaning(Exception problem, ClassicHttpRequest request) {
        String call = Calls.name(request);
        if (untrusted(problem)) {
            return new CleverUntrusted("The TLS certificate of the server that answered " + call
                    + " is not trusted. Nothing was sent to it. Check CLEVER_API_URL, CLEVER_OAUTH_URL and the proxy.");
        }
        return new CleverUnavailable(
                "Clever could not be reached or cut its answer to " + call + ": "
                        + problem.getClass().getSimpleName() + ".",
                problem);
    }

    private static boolean untrusted(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }
}
