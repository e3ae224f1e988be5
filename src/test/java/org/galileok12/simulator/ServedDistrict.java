package org.galileok12.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the local Clever needs of a district to serve it. Called by server threads while a test changes the district. */
interface ServedDistrict {

    /** Clever's id of the district. */
    String id();

    /** The lines that the token list holds for this district; none when it has disconnected. */
    List<Authorisation> authorisations();

    /** The application that the tokens of this district were made for. */
    default String clientId() {
        return LocalClever.CLIENT_ID;
    }

    /** The one object of {@code /districts}, complete for API v3.1. */
    ObjectNode districtRecord();

    /** One page of a collection, or of the events, in ascending order of the ids. */
    RenderedPage page(PageQuery query);

    /** Whether Clever makes events of the district for us; it answers 403 else. */
    default boolean tellsEvents() {
        return false;
    }

    /**
     * A person, complete for API v3.1; null if there never was one. Clever signs people in whom it does not list (not shared, or
     * gone since), so a person who left the list is still here.
     */
    @Nullable ObjectNode person(String id);
}
