import { ModuleMocker } from "jest-mock";

/** A test file runs in its worker itself, not in a realm of its own: what it loads is loaded as `npm start` loads it. */
export default class WorkerEnvironment {
  readonly global = globalThis;
  readonly moduleMocker = new ModuleMocker(globalThis);
  readonly fakeTimers = null;
  readonly fakeTimersModern = null;

  setup(): Promise<void> {
    return Promise.resolve();
  }

  teardown(): Promise<void> {
    return Promise.resolve();
  }

  getVmContext(): null {
    return null;
  }
}
