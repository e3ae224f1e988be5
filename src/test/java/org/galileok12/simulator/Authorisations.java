package org.galileok12.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The tokens that one district has given out; the newest is last. Thread safe. */
final class Authorisations {

    private final String district;
    private final List<Authorisation> all = new CopyOnWriteArrayList<>();
    private int made;

    Authorisations(String district) {
        this.district = district;
        authorise(Authorisation.ROSTERING);
    }

    List<Authorisation> all() {
        return List.copyOf(all);
    }

    /** The newest token, or "" after a disconnection. */
    String token() {
        List<Authorisation> now = all();
        return now.isEmpty() ? "" : now.get(now.size() - 1).token();
    }

    synchronized void authorise(List<String> scopes) {
        made++;
        String token = String.format("%016x", Draw.mix(district.hashCode(), made))
                + String.format("%016x", Draw.mix(made, district.hashCode()))
                + String.format("%08x", made);
        all.add(new Authorisation(
                "70" + district.substring(2, 18) + String.format("%06x", made),
                token,
                Moments.BEGINNING.plusSeconds(3600L * made),
                List.copyOf(scopes)));
    }

    void clear() {
        all.clear();
    }
}
