package org.galileok12.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes what a person sees, in the browser's language where we have it. Nothing of the request is ever shown. Safe to share. */
public interface Pages {

    /** The page of a refusal: why, what happens next, a way to try again where it can help, and the code for support. */
    void refuse(HttpServletRequest request, HttpServletResponse response, Reason reason, String correlation)
            throws IOException;
}
