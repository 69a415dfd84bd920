import { LIMITS } from "./limits.ts";
import { beyond } from "./refusal.ts";

/**
 * Looks at brackets only, before anything is parsed: the parser, the rules and whoever walks the document later call
 * themselves once a level, and a few thousand levels are the end of the stack.
 * @throws query_too_deep
 */
export function assertShallowNesting(text: string): void {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === "#") at = endOfLine(text, at);
    else if (character === '"') at = endOfString(text, at);
    else if ("{[(".includes(character)) depth += 1;
    else if ("}])".includes(character)) depth -= 1;
    if (depth > LIMITS.nesting.most) throw beyond("nesting");
  }
}

function endOfLine(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}

/** The place of the last quotation mark; the end of the line or of the text for a string that does not end. */
function endOfString(text: string, start: number): number {
  if (text.startsWith('"""', start)) return endOfBlockString(text, start + 3);
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== "\n") at += text[at] === "\\" ? 2 : 1;
  return at;
}

function endOfBlockString(text: string, start: number): number {
  let end = text.indexOf('"""', start);
  while (end !== -1 && text[end - 1] === "\\") end = text.indexOf('"""', end + 3);
  return end === -1 ? text.length : end + 2;
}
