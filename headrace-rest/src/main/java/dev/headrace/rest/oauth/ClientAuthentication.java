package dev.headrace.rest.oauth;

/** How a client proves to the token endpoint who it is (RFC 6749, 2.3.1). */
public enum ClientAuthentication {
    /** {@code client_id} and {@code client_secret} are fields of the form. */
    BODY,
    /** They are a Basic {@code Authorization} header. */
    BASIC
}
