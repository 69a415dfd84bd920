/** What the browser says of the ceremony (WebAuthn 5.8.1): signed, but by whoever has the key. */
export interface ClientData {
  challenge: string;
  crossOrigin: boolean;
}

/** Null: nothing that a browser says. */
export function readClientData(clientDataJSON: string): ClientData | null {
  const data = parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
  const { challenge, crossOrigin = false } = (data ?? {}) as Partial<Record<string, unknown>>;
  return typeof challenge === "string" ? { challenge, crossOrigin: crossOrigin !== false } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON: then it says nothing
  }
}
