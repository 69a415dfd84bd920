/** The answer to a command as the caller will read it. Opaque to the domain: kept and given back letter for letter. */
export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * One call that may be repeated safely. Scope is credential + operation + key; `requestHash` tells a repeated call from
 * another one under the same key.
 */
export interface IdempotentCall {
  credentialId: string;
  operation: string;
  key: string;
  /** SHA-256 over the canonical body and path parameters, hex. */
  requestHash: string;
}
