import path from "node:path";
import { createRequire } from "node:module";
import express, { Router } from "express";
import { PROBLEM_KINDS } from "./problem.ts";

const SWAGGER_UI_DIR = path.dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));

const REFERENCE_PAGE = page(
  "Holdfast API",
  `<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
<div id="reference"></div>
<script src="/docs/assets/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>`,
);

const START_SCRIPT = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#reference", deepLinking: true, persistAuthorization: true });`;

/** Interactive docs from the contract, and the page that each problem's `type` points to. Nothing comes from elsewhere. */
export function docs(): Router {
  const router = Router();
  router.get("/", (_req, res) => void res.type("html").send(REFERENCE_PAGE));
  router.get("/start.js", (_req, res) => void res.type("js").send(START_SCRIPT));
  router.get("/problems", (_req, res) => void res.type("html").send(problemsPage()));
  router.use("/assets", express.static(SWAGGER_UI_DIR, { index: false, maxAge: "1h" }));
  return router;
}

function problemsPage(): string {
  const rows = Object.entries(PROBLEM_KINDS).map(
    ([code, { status, title, retryable, userMessage }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td><td>${retryable ? "yes" : "no"}</td><td>${userMessage}</td></tr>`,
  );
  return page(
    "Holdfast problems",
    `<h1>Problems</h1>
<p>Every error is <code>application/problem+json</code> (RFC 9457). Branch on <code>code</code>.</p>
<table><thead><tr><th>code</th><th>status</th><th>title</th><th>retry as it is</th><th>for the person in front of the screen</th></tr></thead>
<tbody>${rows.join("\n")}</tbody></table>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>\n${body}\n</body></html>\n`;
}
