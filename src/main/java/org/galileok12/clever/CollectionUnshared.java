package org.galileok12.clever;

/** Clever answered 403 or 404 for one collection: the district does not share it with us. It is not an empty list. */
public final class CollectionUnshared extends ContractBroken {

    private static final long serialVersionUID = 1L;

    CollectionUnshared(String message) {
        super(message);
    }
}
