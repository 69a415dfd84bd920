import { Router, urlencoded } from "express";
import type { LocalProvider } from "../adapters/identity-provider/local/local-provider.ts";

/** The page of the local identity provider, for whoever tries the server on his own machine: he is whom he says he is. */
export function devLogIn(provider: LocalProvider): Router {
  const router = Router();
  router.use((_, res, next) => {
    // The answer to the form sends the browser on to the app, which lies elsewhere: `form-action` would forbid it.
    res.set({ "Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'" });
    next();
  });
  router.get("/", (_, res) => {
    res.type("html").send(PAGE);
  });
  router.post("/", urlencoded({ extended: false, limit: 4_096 }), (req, res) => {
    const { email, name, verified } = req.body as Partial<Record<string, string>>;
    const query = new URL(req.originalUrl, "http://localhost").searchParams;
    const person = {
      email: email ?? "",
      name: name === "" ? null : (name ?? null),
      isEmailVerified: verified === "on",
    };
    const next = /^[^\s@]+@[^\s@]+$/.test(person.email) ? provider.consent(query, person) : null;
    if (next === null) res.status(400).type("text").send("Come here from a log-in, and enter an e-mail address.\n");
    else res.redirect(303, next);
  });
  return router;
}

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Log in</title></head><body>
<h1>Log in</h1>
<p>This provider exists in development alone. You are whom you say you are.</p>
<form method="post">
<p><label>E-mail address <input name="email" type="email" required value="ada@demo.example"></label></p>
<p><label>Name <input name="name" value="Ada Lovelace"></label></p>
<p><label><input name="verified" type="checkbox" checked> The provider vouches for the address</label></p>
<p><button>Log in</button></p>
</form>
</body></html>
`;
