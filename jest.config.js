import { enableCompileCache } from "node:module";
import { availableParallelism } from "node:os";
import path from "node:path";
import process from "node:process";

// Libraries do in tests what they do in production; some check far more otherwise, and take their time for it.
process.env.NODE_ENV = "production";

// What has been compiled once is kept, for the workers and for every server that a test starts.
process.env.NODE_COMPILE_CACHE ??= path.join(import.meta.dirname, "node_modules/.cache/compiled");
enableCompileCache();

/** @type {import("jest").Config} */
export default {
  testEnvironment: "<rootDir>/test/runner/environment.ts",
  testRunner: "<rootDir>/test/runner/run-test-file.ts",
  testSequencer: "<rootDir>/test/runner/longest-first.ts",
  injectGlobals: false,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: {},
  globalSetup: "<rootDir>/test/support/global-setup.ts",
  globalTeardown: "<rootDir>/test/support/global-teardown.ts",
  // More than there are cores: a test often waits for PostgreSQL, for a disk, or for a process that it has started.
  maxWorkers: availableParallelism() + 1,
  // Node frees little of what a test file has loaded; a worker that carries many of them spends its time looking for it.
  workerIdleMemoryLimit: "1.5GB",
  // Long enough for a machine with other work to do: what hangs is still found, and no test is about speed.
  testTimeout: 120_000,
};
