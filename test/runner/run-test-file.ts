import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";
import { setGlobals } from "./jest-globals.ts";

/** What is asked here of `jest-runtime`. */
interface Runtime {
  requireModuleOrMock: (from: string, module: "@jest/globals") => Parameters<typeof setGlobals>[0];
}

type TestRunner = (
  globalConfig: object,
  config: object,
  environment: object,
  runtime: Runtime,
  testPath: string,
  ...more: unknown[]
) => Promise<object>;

const require = createRequire(import.meta.url);
const { default: runInCircus } = require("jest-circus/runner") as { default: TestRunner };

/** What Circus leaves in the globals for whoever asks next, who would be the next test file. */
const LEFT_BEHIND = [Symbol.for("EVENT_HANDLERS"), Symbol.for("TEST_TIMEOUT_SYMBOL")];

const GLOBALS = new URL("jest-globals.ts", import.meta.url).href;

/** Its own `@jest/globals` can be loaded in Jest's realms alone. */
registerHooks({
  resolve: (specifier, context, nextResolve) =>
    nextResolve(specifier === "@jest/globals" ? GLOBALS : specifier, context),
});

/**
 * Jest's own runner, but for who loads the modules: Node, as in `npm start`, and once in a worker. Jest would load all of
 * them into a new realm for each test file, which took most of a small file's time.
 */
const runTestFile: TestRunner = (globalConfig, config, environment, runtime, testPath, ...more) => {
  for (const symbol of LEFT_BEHIND) Reflect.deleteProperty(globalThis, symbol);
  const loadedByNode = Object.assign(Object.create(runtime) as Runtime, {
    /** Circus itself begins anew with each file: it keeps the tests that it was told of. */
    requireInternalModule(path: string): unknown {
      Reflect.deleteProperty(require.cache, path);
      return require(path);
    },
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule(path: string): Promise<unknown> {
      setGlobals(runtime.requireModuleOrMock(path, "@jest/globals"));
      return import(pathToFileURL(path).href);
    },
  });
  return runInCircus(globalConfig, config, environment, loadedByNode, testPath, ...more);
};

export default runTestFile;
