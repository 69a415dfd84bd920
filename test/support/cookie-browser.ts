import type { Answer, CallOptions, RestApp } from "./rest-app.ts";
import { APP_ORIGIN } from "./rest-app.ts";

/** A page of the app in a browser: it keeps the cookies that it is given, and sends them where they belong. */
export interface Browser {
  /** By name. */
  cookies: Map<string, string>;
  /** What the last answer set, as it came. */
  told: string[];
  /** As a page of the app does, unless `headers` say otherwise. */
  call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
  /** With the token that the last log-in, refresh or profile gave. */
  csrf: () => Record<string, string>;
}

export function createBrowser(app: Pick<RestApp, "call">): Browser {
  const paths = new Map<string, string>();
  let csrfToken = "";
  const browser: Browser = {
    cookies: new Map(),
    told: [],
    csrf: () => ({ "X-CSRF-Token": csrfToken }),
    async call(method, path, { headers, ...options } = {}) {
      const sent = [...browser.cookies].filter(([name]) => path.startsWith(paths.get(name)!));
      const Cookie = sent.map(([name, value]) => `${name}=${value}`).join("; ");
      const own = { Origin: APP_ORIGIN, ...(Cookie === "" ? {} : { Cookie }) };
      const answer = await app.call(method, path, { ...options, headers: { ...own, ...headers } });
      keep(answer);
      return answer;
    },
  };
  return browser;

  function keep({ headers, body }: Answer): void {
    browser.told = (headers["set-cookie"] ?? "").split(/, (?=[\w-]+=)/).filter((each) => each !== "");
    for (const line of browser.told) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      paths.set(name, /Path=([^;]*)/.exec(line)?.[1] ?? "/");
      if (value === "") browser.cookies.delete(name);
      else browser.cookies.set(name, value);
    }
    csrfToken = body.csrfToken ?? body.loggedIn?.csrfToken ?? csrfToken;
  }
}
