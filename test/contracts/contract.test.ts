import { beforeAll, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import { driftOf, generateContract, type GeneratedContract } from "../../scripts/contract-files.ts";
import {
  operationsOf,
  resolve,
  type ContractDocument,
  type Json,
  type MediaType,
  type PlacedOperation,
} from "../../scripts/contract-bundle.ts";
import { REASONS } from "../../src/domain/availability/refusal.ts";
import { OVERRIDABLE } from "../../src/domain/booking/override.ts";
import { SCOPES_OF } from "../../src/domain/access/rules.ts";
import { SCOPES } from "../../src/domain/shared/actor.ts";
import { ID_PREFIXES } from "../../src/domain/shared/ids.ts";
import { OPERATIONS } from "../../src/generated/contract-operations.ts";
import { CONTRACT, lookUp, type JsonSchema } from "../../src/rest/contract-document.ts";
import { validatorAt } from "../../src/rest/contract-schemas.ts";
import { schemasWithin, type PlacedSchema } from "./contract-schemas.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const document = CONTRACT as unknown as ContractDocument;
const operations = operationsOf(document);
const names = operations.map(({ operation }) => operation.operationId);

/** An idempotency key belongs to a credential: who has none yet has no key, and the contract says what becomes of his repetitions. */
function takesKey({ operation: { security }, method }: PlacedOperation): boolean {
  return method === "post" && security.length > 0;
}

function operationNamed(operationId: string) {
  return operations.find(({ operation }) => operation.operationId === operationId)!;
}

function schemaNamed(name: string): JsonSchema {
  return document.components.schemas![name] as JsonSchema;
}

describe("contracts/openapi", () => {
  let generated: GeneratedContract;
  beforeAll(async () => {
    generated = await generateContract(ROOT);
  });

  test("passes the strict lint without a finding", () => {
    expect(generated.findings).toEqual([]);
  });

  test("agrees with every file that is made from it (else: npm run contract)", () => {
    expect(driftOf(ROOT, generated.files)).toEqual([]);
  });

  test("drift is told with the file, the line, and both texts", () => {
    const [line] = driftOf(ROOT, new Map([["contracts/openapi.json", "[]\n"]])).filter((drift) =>
      drift.includes(".json"),
    );
    expect(line).toBe("contracts/openapi.json:1\n  committed: {\n  generated: []");
  });
});

describe.each(names)("%s", (operationId) => {
  const { operation, method, path: operationPath, parameters } = operationNamed(operationId);
  const statuses = Object.keys(operation.responses);

  test("says what it does, under a tag that is explained", () => {
    expect(operation.summary).toMatch(/^[A-Z].{5,60}$/);
    expect(operation.description).toMatch(/\.$/);
    expect(document.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(operation.tags));
    for (const { description } of parameters) expect(description).toMatch(/\.$/);
  });

  test("documents each status that it can give", () => {
    const needed = ["400", "422", "503", "default"];
    if (operationPath.startsWith("/v1/")) needed.push("429");
    if (operation.security.length > 0) needed.push("401", "403");
    if (operationPath.includes("{")) needed.push("404");
    if (operation.requestBody !== undefined) needed.push("413", "415");
    if (takesKey(operationNamed(operationId))) needed.push("409");
    if (parameters.some(({ name }) => name === "If-Match")) needed.push("412");
    if (parameters.some(({ name }) => name === "If-None-Match")) needed.push("304");
    expect(statuses).toEqual(expect.arrayContaining(needed));
  });

  test("answers every refusal as a problem with an example, and everything with a request id and, where there are some, its budgets", () => {
    for (const [status, reference] of Object.entries(operation.responses)) {
      const response = resolve(document, reference);
      const headers = Object.keys(response.headers as Json);
      expect(headers).toContain("X-Request-Id");
      if (statuses.includes("429")) expect(headers).toEqual(expect.arrayContaining(["RateLimit-Policy", "RateLimit"]));
      if (Number(status) < 400) continue;
      expect(Object.keys(response.content as Json)).toEqual(["application/problem+json"]);
    }
  });

  test("takes an idempotency key exactly when it is a POST of somebody who is known", () => {
    const isTaken = takesKey(operationNamed(operationId));
    expect(parameters.some(({ name }) => name === "Idempotency-Key")).toBe(isTaken);
    if (method === "post" && !isTaken) expect(operation.description).toContain("It takes no idempotency key: ");
  });

  test("needs scopes that exist, and offers publishable keys no more than theirs", () => {
    for (const { secretKey = [], accessToken = [], publishableKey = [] } of operation.security) {
      expect(SCOPES).toEqual(expect.arrayContaining([...secretKey, ...accessToken]));
      expect(SCOPES_OF.publishable_key).toEqual(expect.arrayContaining(publishableKey));
    }
  });
});

test("whatever a secret key may do, somebody who has logged in may do by the same scopes", () => {
  for (const { operation } of operations.filter(({ operation: { security } }) => security.length > 0)) {
    const [secretKey, accessToken] = ["secretKey", "accessToken"].map((name) =>
      operation.security.find((scheme) => name in scheme),
    );
    expect(accessToken).toEqual({ accessToken: secretKey?.secretKey ?? [] });
  }
});

describe("requests", () => {
  const inputs: PlacedSchema[] = operations.flatMap(({ operation, parameters }) => [
    ...parameters.flatMap(({ name, schema }) => schemasWithin(CONTRACT, `${operation.operationId} ${name}`, schema)),
    ...bodiesOf(operation.requestBody).flatMap((schema) =>
      schemasWithin(CONTRACT, `${operation.operationId} body`, schema),
    ),
  ]);
  const ofType = (type: string) => inputs.filter(({ schema }) => [schema.type].flat().includes(type));

  test("are closed: every object refuses what it does not name", () => {
    const open = ofType("object").filter(
      ({ schema }) => schema.properties !== undefined && schema.additionalProperties !== false,
    );
    const freeForm = ofType("object").filter(({ schema }) => typeof schema.additionalProperties === "object");
    expect(open).toEqual([]);
    expect(freeForm.filter(({ schema }) => schema.maxProperties === undefined || !schema.propertyNames)).toEqual([]);
  });

  test("bound every text and keep U+0000 out of it", () => {
    const free = ofType("string").filter(({ schema }) => schema.enum === undefined && schema.const === undefined);
    const isBounded = ({ schema: { maxLength, pattern } }: PlacedSchema) =>
      maxLength !== undefined || /^\^[a-z]{3}_\[0-7\]\[[^\]]+\]\{25\}\$$/.test(pattern as string);
    expect(free.filter((each) => !isBounded(each))).toEqual([]);
    const refusesNul = ({ schema: { pattern } }: PlacedSchema) =>
      pattern !== undefined && !new RegExp(pattern as string, "u").test("\u0000");
    const inBodies = free.filter(({ place }) => !/Id$|X-Request-Id/.test(place));
    expect(inBodies.filter((each) => !refusesNul(each))).toEqual([]);
  });

  test("bound every list and every number", () => {
    expect(ofType("array").filter(({ schema }) => schema.maxItems === undefined)).toEqual([]);
    expect(
      ofType("integer").filter(({ schema }) => schema.minimum === undefined || schema.maximum === undefined),
    ).toEqual([]);
  });

  test("have defaults only in queries and creates: a PATCH leaves alone what it does not name", () => {
    const patches = operations.filter(({ method }) => method === "patch");
    for (const { operation } of patches) {
      for (const body of bodiesOf(operation.requestBody)) {
        const properties = Object.values((lookUp(body.$ref!) as JsonSchema).properties!);
        expect(properties.filter((property) => "default" in property)).toEqual([]);
      }
    }
  });
});

describe("examples", () => {
  const media = operations.flatMap(({ operation, path: operationPath, method }) => {
    const owner = `#/paths/${encodeURIComponent(operationPath.replaceAll("/", "~1"))}/${method}`;
    const bodies = placedMedia(`${owner}/requestBody`, operation.requestBody?.content);
    const answers = Object.entries(operation.responses).flatMap(([status, reference]) => {
      const ref = (reference.$ref as string | undefined) ?? `${owner}/responses/${status}`;
      return placedMedia(ref, (lookUp(ref) as { content?: Record<string, MediaType> }).content);
    });
    return [...bodies, ...answers];
  });

  test.each(media)("of $schemaRef are there and fit", ({ schemaRef, content }) => {
    const values = [
      ...("example" in content ? [content.example] : []),
      ...Object.values(content.examples ?? {}).map((example) => resolve(document, example).value),
    ];
    expect(values).not.toEqual([]);
    const validate = validatorAt(schemaRef);
    for (const value of values) expect([validate(value), validate.errors]).toEqual([true, null]);
  });

  test("of parameters are there and fit", () => {
    for (const { name, schema, example } of operations.flatMap(({ parameters }) => parameters)) {
      const { pattern = "", enum: values = [example] } = resolve(document, schema) as JsonSchema;
      expect([name, String(example)]).toEqual([name, expect.stringMatching(new RegExp(pattern as string, "u"))]);
      expect(values).toContain(example);
    }
  });
});

describe("closed lists", () => {
  test("the codes of problems are those of the domain", () => {
    const source = readFileSync(path.join(ROOT, "src/domain/shared/errors.ts"), "utf8");
    const union = /export type ErrorCode =([^;]+);/.exec(source)![1]!;
    const codes = [...union.matchAll(/"(\w+)"/g)].map(([, code]) => code!);
    expect(schemaNamed("ProblemCode").enum).toEqual(codes);
  });

  test("every code is documented by an operation", () => {
    const text = JSON.stringify(document.components.responses) + JSON.stringify(document.components.schemas);
    for (const code of schemaNamed("ProblemCode").enum as string[]) {
      expect(text).toMatch(new RegExp(`"(const|enum)":(\\[[^\\]]*)?"${code}"`));
    }
  });

  test("scopes, reasons and overrides are those of the domain", () => {
    expect(schemaNamed("Scope").enum).toEqual(SCOPES);
    expect(schemaNamed("UnavailableReason").enum).toEqual(REASONS);
    expect((schemaNamed("Override").items as JsonSchema).enum).toEqual(OVERRIDABLE);
  });

  test.each([
    ["BookingId", "booking"],
    ["EventTypeId", "eventType"],
    ["ScheduleId", "schedule"],
    ["MemberId", "member"],
    ["AttendeeId", "attendee"],
    ["ApiKeyId", "apiKey"],
  ] as const)("%s has the prefix of its noun", (name, noun) => {
    expect(schemaNamed(name).pattern).toMatch(new RegExp(`^\\^${ID_PREFIXES[noun]}_`));
  });

  test("the table of operations has them all", () => {
    expect(Object.keys(OPERATIONS).sort()).toEqual(names.toSorted());
  });
});

function bodiesOf(requestBody: { content: Record<string, MediaType> } | undefined): JsonSchema[] {
  return Object.values(requestBody?.content ?? {}).map(({ schema }) => schema);
}

function placedMedia(owner: string, content: Record<string, MediaType> | undefined) {
  return Object.entries(content ?? {}).map(([type, media]) => ({
    schemaRef: `${owner}/content/${type.replace("/", "~1")}/schema`,
    content: media,
  }));
}
