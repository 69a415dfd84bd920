/** Who asks for passkeys (WebAuthn 4): they work for this one alone. */
export interface RelyingParty {
  /** A host name, that of the app or one above it. A passkey belongs to it for ever. */
  id: string;
  /** What people read. */
  name: string;
  /** Where the answers may come from, such as `https://app.example.com`; of Android apps `android:apk-key-hash:...`. */
  origins: readonly string[];
}
