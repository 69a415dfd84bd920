import type { CustomFetch } from "openid-client";
import { IdentityProviderError } from "../../../domain/ports/identity-provider.ts";

/** What openid-client asks through, and what GitHub's own interface is read through. */
export type ProviderFetch = CustomFetch;

/** Google's key set and discovery document together are 5 kB. */
const MOST_BYTES = 262_144;

const NO_BODY = new Set([204, 205, 304]);

/**
 * Asks a provider within a time that is bounded, for an answer that is bounded. What is no answer at all
 * ends as `unavailable`; what is one is left to the caller.
 */
export function createProviderFetch(timeoutMs: number): ProviderFetch {
  return async (url, init) => {
    const given = init.signal ? [init.signal] : [];
    const signal = AbortSignal.any([...given, AbortSignal.timeout(timeoutMs)]);
    try {
      const response = await fetch(url, { ...(init as RequestInit), signal });
      const { status, headers } = response;
      const body = await readBody(response);
      if (status >= 500 || status === 429) throw unavailable(`it answered ${status}`);
      return new Response(NO_BODY.has(status) ? null : body, { status, headers });
    } catch (error) {
      throw error instanceof IdentityProviderError ? error : unavailable(reasonOf(error), error);
    }
  };
}

async function readBody(response: Response): Promise<Blob> {
  const chunks: BlobPart[] = [];
  let bytes = 0;
  const body = response.body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>> | null;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw unavailable(`its answer is larger than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return new Blob(chunks);
}

/** `fetch failed` says nothing; its cause does. */
function reasonOf(error: unknown): string {
  const { name, cause } = error as Error;
  if (name === "TimeoutError") return "it did not answer in time";
  const code = (cause as NodeJS.ErrnoException | undefined)?.code;
  return `it cannot be reached (${code ?? name})`;
}

function unavailable(reason: string, cause?: unknown): IdentityProviderError {
  return new IdentityProviderError("unavailable", reason, cause);
}
