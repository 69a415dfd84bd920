export { tearDown as default } from "./run-teardown.ts";
