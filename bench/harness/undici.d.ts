/** undici is installed when a bench runs; the type check and the linter do without, by the types that @types/node brings. */
declare module "undici" {
  export * from "undici-types";
}
