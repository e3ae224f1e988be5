package org.galileok12.run;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lets districts be followed by Clever's events between their full runs. Every decision is kept with who and when. Safe to share. */
public interface EventSwitch {

    /**
     * Takes effect with the next full run that is published. Switching on what is on changes nothing.
     *
     * @param district Clever's id
     * @return district, on, state, readUntil, trouble; state is a sentence
     * @throws RunRefused when nothing is published yet, or the district was disconnected; for an unknown one {@link NeverSeen}
     */
    ObjectNode on(String district, String by);

    /** Forgets the place among the events. Returns as {@link #on} does. */
    ObjectNode off(String district, String by);

    /**
     * Returns as {@link #on} does.
     *
     * @throws NeverSeen for a district that was never synchronised
     */
    ObjectNode show(String district);
}
