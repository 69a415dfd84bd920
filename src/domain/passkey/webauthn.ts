/** Loaded when the first passkey comes: it takes a quarter of a second, which the start of a server need not. */
export const loadWebAuthn = () => import("@simplewebauthn/server");

export const loadWebAuthnHelpers = () => import("@simplewebauthn/server/helpers");
