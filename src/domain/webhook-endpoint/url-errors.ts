import type { FieldError } from "../shared/errors.ts";

/**
 * What is wrong with an address by its looks. Where it leads is found out each time that something is sent there: what a
 * name leads to today says nothing of tomorrow.
 */
export function urlErrors(text: string | undefined, allowsPlainHttp: boolean): FieldError[] {
  if (text === undefined) return [];
  const url = URL.parse(text);
  const error = (message: string) => [{ pointer: "/url", message }];
  if (url === null) return error("must be an absolute URL");
  if (url.protocol !== "https:" && !(allowsPlainHttp && url.protocol === "http:"))
    return error("must begin with https://");
  if (`${url.username}${url.password}` !== "") return error("must hold no user and no password");
  // `new URL("https://a/#")` has an empty hash.
  if (text.includes("#")) return error("must have no fragment");
  return [];
}
