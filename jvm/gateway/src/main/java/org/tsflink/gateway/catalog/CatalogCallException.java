package org.tsflink.gateway.catalog;

/** Carries a checked exception of a catalog. */
final class CatalogCallException extends RuntimeException {

    CatalogCallException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
