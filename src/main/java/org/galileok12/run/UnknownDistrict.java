package org.galileok12.run;

/** The district is not among those that have authorised this application in Clever. */
public final class UnknownDistrict extends RunRefused {

    private static final long serialVersionUID = 1L;

    public UnknownDistrict(String district) {
        super("District " + district + " is not among the districts that have connected this application in Clever."
                + " Check the id, or ask the district to accept the connection.");
    }
}
