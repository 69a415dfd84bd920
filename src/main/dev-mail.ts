import { Router } from "express";
import type { MailMessage } from "../domain/ports/mailer.ts";

/** What was mailed, for whoever tries the server on his own machine: a page, or JSON for those who ask for it. */
export function devMail(list: () => Promise<MailMessage[]>): Router {
  const router = Router();
  router.get("/", async (req, res) => {
    const messages = await list();
    res.set("Cache-Control", "no-store");
    if (req.accepts(["html", "json"]) === "json") res.json({ data: messages });
    else res.type("html").send(page(messages));
  });
  return router;
}

function page(messages: readonly MailMessage[]): string {
  const items = messages.map(
    ({ to, subject, text }) =>
      `<article><h2>${escapeHtml(subject)}</h2><p>To ${escapeHtml(to)}</p><pre>${escapeHtml(text)}</pre></article>`,
  );
  const body = items.length === 0 ? "<p>Nothing was mailed yet.</p>" : items.join("\n");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mail</title></head><body>\n<h1>Mail</h1>\n${body}\n</body></html>\n`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
