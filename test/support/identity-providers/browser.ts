import type { ProviderAnswer } from "../../../src/domain/ports/identity-provider.ts";

/** Goes through a provider's pages as a browser would, with its cookies, and stops before it comes back to the app. */
export async function browse(authorisationUrl: string, redirectUri: string, choose: ChooseForm): Promise<URL> {
  const jar = new Map<string, string>();
  let next: { url: URL; init: RequestInit } = { url: new URL(authorisationUrl), init: {} };
  for (let steps = 0; steps < 12; steps++) {
    if (next.url.href.startsWith(redirectUri)) return next.url;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(next.url, { ...next.init, redirect: "manual", headers: { Cookie: cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      jar.set(name!, value!);
    }
    const location = response.headers.get("location");
    if (location !== null) {
      next = { url: new URL(location, next.url), init: {} };
      continue;
    }
    const page = await response.text();
    if (!response.ok) throw new Error(`${next.url.pathname} answered ${response.status}: ${page.slice(0, 400)}`);
    const form = choose(formsOf(page));
    if (!form) throw new Error(`No form to fill in at ${next.url.pathname}: ${page.slice(0, 400)}`);
    next = { url: new URL(form.action, next.url), init: { method: "POST", body: new URLSearchParams(form.fields) } };
  }
  throw new Error("The browser went round in circles.");
}

export interface Form {
  action: string;
  /** What the page has filled in. */
  fields: Record<string, string>;
  text: string;
}

/** Which form of a page is sent, and filled in how. */
export type ChooseForm = (forms: Form[]) => Form | undefined;

function formsOf(page: string): Form[] {
  return [...page.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = "", text = ""]) => {
    const inputs = [...text.matchAll(/<input\b([^>]*)>/g)].map(([, each = ""]) => each);
    const named = inputs.flatMap((each) => {
      const name = attributeOf(each, "name");
      return name === null ? [] : [[name, attributeOf(each, "value") ?? ""]];
    });
    return {
      action: attributeOf(attributes, "action") ?? "",
      fields: Object.fromEntries(named) as Form["fields"],
      text,
    };
  });
}

function attributeOf(text: string, name: string): string | null {
  const match = new RegExp(`\\b${name}="([^"]*)"`).exec(text);
  return match ? match[1]!.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&") : null;
}

/** What the browser brings back, as the app posts it. */
export function answerOf(url: URL): ProviderAnswer {
  const { code, state, iss } = Object.fromEntries(url.searchParams);
  if (code === undefined || state === undefined) throw new Error(`No code came back: ${url.search}`);
  return { code, state, ...(iss === undefined ? {} : { iss }) };
}
