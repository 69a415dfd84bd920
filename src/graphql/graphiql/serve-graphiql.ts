import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../../domain/shared/clock.ts";
import { graphiqlOptions } from "./graphiql-options.ts";

/** Where the page's files are, below the place of the page. */
const FILES = "/graphiql/";

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Holdfast GraphQL</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/graphql${FILES}graphiql.css"></head>
<body class="no-focus-outline"><noscript>This page needs JavaScript.</noscript><div id="root"></div>
<script src="/graphql${FILES}graphiql.js"></script></body></html>
`;

interface File {
  type: "text/html" | "text/css" | "text/javascript";
  text: string;
}

/**
 * Answers a browser that opens the endpoint by GraphiQL, and all that the page asks for. Every file is the server's own, so
 * that the page works without a network and under the same content security policy as the rest.
 * @returns false where the request is for the gateway
 */
export async function serveGraphiQL(clock: Clock, req: IncomingMessage, res: ServerResponse): Promise<boolean> {
  if (req.method !== "GET") return false;
  const [path = ""] = (req.url ?? "").split("?");
  if (path.startsWith(FILES)) {
    const file = await findFile(clock, path.slice(FILES.length));
    if (!file) return false;
    write(res, file);
    return true;
  }
  if (!req.headers.accept?.includes("text/html")) return false;
  write(res, { type: "text/html", text: PAGE });
  return true;
}

/** The package is some megabytes in memory: it is read when somebody asks. */
async function findFile(clock: Clock, name: string): Promise<File | undefined> {
  const { css, js, editorWorkerService, graphqlWorker, jsonWorker } =
    await import("@graphql-yoga/render-graphiql/graphiql");
  const files: Record<string, () => File> = {
    "graphiql.css": () => ({ type: "text/css", text: css }),
    "graphiql.js": () => script(`${ENVIRONMENT}\n${js};\n${startScript(clock)}`),
    "editorWorkerService.worker.js": () => script(editorWorkerService),
    "graphql.worker.js": () => script(graphqlWorker),
    "json.worker.js": () => script(jsonWorker),
  };
  return Object.hasOwn(files, name) ? files[name]!() : undefined;
}

/** Where the editor finds its workers; it must stand before the editor. */
const ENVIRONMENT = `self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (moduleId, label) => "/graphql${FILES}" + label + ".worker.js",
};`;

/**
 * GraphiQL fills its editors from what it has stored of the tab in front, and stores that when it is edited. Who comes for
 * the first time would see no variables, and when he loads the page again an empty tab more.
 */
function startScript(clock: Clock): string {
  return `{
  const options = ${JSON.stringify(graphiqlOptions(clock))};
  if (localStorage.getItem("graphiql:tabState") === null)
    for (const part of ["query", "variables", "headers"])
      localStorage.setItem("graphiql:" + part, options.defaultTabs[0][part]);
  YogaGraphiQL.renderYogaGraphiQL(document.querySelector("#root"), options);
}
`;
}

function script(text: string): File {
  return { type: "text/javascript", text };
}

function write(res: ServerResponse, { type, text }: File): void {
  res.writeHead(200, {
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-store",
  });
  res.end(text);
}
