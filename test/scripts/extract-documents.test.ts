import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { hash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseDocumentManifest } from "../../src/graphql/documents/document-manifest.ts";

const SCRIPT = path.join(import.meta.dirname, "../../scripts/extract-documents.ts");

let folder: string;
const folders: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "holdfast-client-"));
  folders.push(folder);
});

afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true });
});

/** A client's code base: texts by path. */
function writeClient(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

function extract(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

function readManifest(): string {
  return readFileSync(path.join(folder, "documents.json"), "utf8");
}

const CLIENT = {
  "src/queries/upcoming.graphql": `query Upcoming($from: Instant) {
  bookings(from: $from) { nodes { ...Row } }
}
`,
  "src/row.ts": `import { gql } from "graphql-tag";
export const ROW: unknown = gql\`
  fragment Row on Booking { id startsAt attendees { ...Who } }
\`;
`,
  "src/who.gql": "fragment Who on Attendee { name }\nfragment NobodyAsks on Attendee { email }\n",
  "src/page.tsx": `import { gql } from "./gql";
import { ROW } from "./row";
const BOOKING = gql\`
  query OneBooking($id: ID!) {
    booking(id: $id) { ...Row }
  }
  \${ROW}
\`;
export const Page = () => <p>{String(BOOKING)}</p>;
`,
  "src/viewer.js": "export const viewer = graphql(`query Viewer { viewer { scopes } }`);",
  "src/plain.jsx":
    "const q = /* GraphQL */ `query Plain { viewer { member { id } } }`; const not = `query Not { nothing }`;",
  "src/local.graphql": "type Draft { id: ID! }",
  "node_modules/other/query.graphql": "query Others { nothing }",
};

describe("the documents of a client's code base", () => {
  test("are listed with the fragments that each reaches, sorted, under their SHA-256", () => {
    writeClient(CLIENT);
    expect(extract("--out", "documents.json", "src")).toEqual({
      status: 0,
      stdout: "documents.json lists 4 documents.\n",
      stderr: "",
    });
    const documents = [...parseDocumentManifest(readManifest())];
    expect(documents.map(([, text]) => /^query (\w+)/.exec(text)?.[1])).toEqual([
      "OneBooking",
      "Plain",
      "Upcoming",
      "Viewer",
    ]);
    for (const [id, text] of documents) expect(id).toBe(hash("sha256", text));
    expect(documents[2]![1]).toBe(`query Upcoming($from: Instant) {
  bookings(from: $from) {
    nodes {
      ...Row
    }
  }
}

fragment Row on Booking {
  id
  startsAt
  attendees {
    ...Who
  }
}

fragment Who on Attendee {
  name
}`);
  });

  test("are the same file again, whatever the order in which they are given", () => {
    writeClient(CLIENT);
    extract("--out", "documents.json", "src");
    const once = readManifest();
    extract(
      "--out",
      "documents.json",
      "src/who.gql",
      "src/viewer.js",
      "src/row.ts",
      "src/plain.jsx",
      "src/page.tsx",
      "src/queries",
    );
    expect(readManifest()).toBe(once);
  });

  test("are refused with file and line, and nothing is written", () => {
    writeClient({
      "a.graphql": "query A {\n  viewer {\n    shoeSize\n  }\n}\n",
      "b.ts": "\nconst b = gql`\n  query B {\n    ...Missing\n  }\n`;\n",
      "c.ts": "const c = gql`\n  query C {\n    viewer {\n`;\n",
      "d.graphql": "fragment D on Viewer {\n  scopes\n}\n",
      "e.graphql": "\nfragment D on Viewer {\n  member { id }\n}\n",
      "g.graphql": `query Many { ${Array.from({ length: 21 }, (_, i) => `a${i}: __typename`).join(" ")} }`,
      "h.graphql": "mutation M { __typename }",
      "i.ts": "const i = ;",
    });
    const { status, stdout, stderr } = extract("--out", "documents.json", ".");
    expect([status, stdout]).toEqual([1, ""]);
    const lines = stderr.trim().split("\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        'a.graphql:3: Cannot query field "shoeSize" on type "Viewer".',
        'b.ts:4: Unknown fragment "Missing".',
        expect.stringMatching(/^c\.ts:4: Syntax Error/),
        "e.graphql:2: Fragment D is another one in d.graphql:1.",
        expect.stringMatching(/^g\.graphql:1: At most 20 fields at the root/),
        "h.graphql:1: There are no mutations here.",
        expect.stringMatching(/^i\.ts: /),
      ]),
    );
    expect(() => readManifest()).toThrow("ENOENT");
  });

  test("may share a name, of which is warned", () => {
    writeClient({ "a.graphql": "query A { viewer { scopes } }", "b.graphql": "\nquery A { __typename }" });
    expect(extract("--out", "documents.json", ".")).toEqual({
      status: 0,
      stdout: "documents.json lists 2 documents.\n",
      stderr: "Warning: b.graphql:2: Operation A is in a.graphql:1 too.\n",
    });
  });

  test("are asked for by files or folders that are there", () => {
    writeClient({ "a.ts": "const a = 1;" });
    expect(extract("--out", "documents.json", "a.ts")).toMatchObject({
      status: 1,
      stderr: "There is no operation in these files.\n",
    });
    expect(extract("--out", "documents.json", "b")).toMatchObject({ status: 1, stderr: "b: no such file or folder\n" });
    expect(extract("a.ts")).toMatchObject({ status: 1, stderr: expect.stringContaining("--out documents.json") });
  });
});
