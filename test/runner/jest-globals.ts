import type * as jestGlobals from "@jest/globals";

type JestGlobals = typeof jestGlobals;

let current: JestGlobals;

/** Those of the test file that is about to be loaded. */
export function setGlobals(globals: JestGlobals): void {
  current = globals;
}

/** Modules stay loaded from one test file to the next, so what they import asks who it stands for when it is used. */
function standIn<Name extends keyof JestGlobals>(name: Name): JestGlobals[Name] {
  const of = () => current[name] as object & ((...args: unknown[]) => unknown);
  return new Proxy((): void => undefined, {
    apply: (_, thisArg, args: unknown[]) => Reflect.apply(of(), thisArg, args),
    get: (_, key) => Reflect.get(of(), key) as unknown,
  }) as unknown as JestGlobals[Name];
}

export const afterAll = standIn("afterAll");
export const afterEach = standIn("afterEach");
export const beforeAll = standIn("beforeAll");
export const beforeEach = standIn("beforeEach");
export const describe = standIn("describe");
export const expect = standIn("expect");
export const it = standIn("it");
export const jest = standIn("jest");
export const test = standIn("test");
