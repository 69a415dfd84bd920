import { directionOf } from "./choose-locale.ts";
import { fill, placeholdersIn, type Link, type Placeholder, type Values } from "./placeholders.ts";
import type { MailTemplate } from "./wordings/wording.ts";

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** A template filled, as plain text and as a page of the same words. What is filled in is text in both: nothing of it is markup. */
export function renderMail(template: MailTemplate, values: Values, locale: string): RenderedMail {
  const subject = fill(template.subject, (name) => toText(values, name))
    .replaceAll(/[\r\n\t ]+/g, " ")
    .trim();
  const paragraphs = template.body
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/)
    .filter((paragraph) => saysSomething(paragraph, values));
  const text = paragraphs.map((each) => fill(each, (name) => toText(values, name)).trim());
  const html = paragraphs.map((each) => toHtmlParagraph(each, values));
  return {
    subject,
    text: `${[...text, values.organisation].join("\n\n")}\n`,
    html: toPage(html, { subject, organisation: values.organisation, locale }),
  };
}

/** A paragraph that stands for what is not there is left out. */
function saysSomething(paragraph: string, values: Values): boolean {
  const names = placeholdersIn(paragraph);
  if (names.length === 0) return paragraph.trim() !== "";
  return names.some((name) => toText(values, name as Placeholder) !== "");
}

function toText(values: Values, name: Placeholder): string {
  if (name === "details") return values.details.map(({ label, lines }) => `${label}: ${lines.join("; ")}`).join("\n");
  if (name === "link") return values.link ? `${values.link.label}:\n${values.link.url}` : "";
  return values[name];
}

function toHtmlParagraph(paragraph: string, values: Values): string {
  const isBlock = /^\{\{\s*(details|link)\s*\}\}$/.test(paragraph.trim());
  // The template's own text is escaped first: it has no markup either, and braces are not touched by that.
  const filled = fill(escapeHtml(paragraph.trim()), (name) => toHtml(values, name)).replaceAll("\n", "<br>\n");
  return isBlock ? filled : `<p>${filled}</p>`;
}

function toHtml(values: Values, name: Placeholder): string {
  if (name === "details") return toTable(values.details);
  if (name === "link") return values.link ? toAnchor(values.link) : "";
  return escapeHtml(values[name]);
}

function toTable(details: Values["details"]): string {
  const rows = details.map(({ label, lines }) => {
    const cell = lines.map(escapeHtml).join("<br>");
    return `<tr><th scope="row" style="${STYLES.label}">${escapeHtml(label.trim())}</th><td style="${STYLES.cell}">${cell}</td></tr>`;
  });
  return `<table role="presentation" style="border-collapse:collapse">${rows.join("")}</table>`;
}

function toAnchor({ label, url }: Link): string {
  return `<p><a href="${escapeHtml(url)}" style="${STYLES.button}">${escapeHtml(label.trim())}</a></p>`;
}

const STYLES = {
  page: "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5",
  label: "text-align:start;vertical-align:top;font-weight:600;padding:2px 16px 2px 0",
  cell: "vertical-align:top;padding:2px 0",
  button: "display:inline-block;padding:10px 16px;border:1px solid;border-radius:6px;text-decoration:none",
  sender: "margin-top:32px;font-size:14px;opacity:0.7",
};

interface PageInput {
  subject: string;
  organisation: string;
  locale: string;
}

function toPage(paragraphs: readonly string[], { subject, organisation, locale }: PageInput): string {
  return `<!doctype html>
<html lang="${escapeHtml(locale)}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
</head>
<body style="${STYLES.page}">
<div style="max-width:600px;margin:0 auto;padding:16px">
${paragraphs.join("\n")}
<p style="${STYLES.sender}">${escapeHtml(organisation)}</p>
</div>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character]!);
}
