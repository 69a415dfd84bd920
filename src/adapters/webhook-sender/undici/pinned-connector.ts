import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import type { AllowedAddresses } from "./allowed-addresses.ts";

/** Asks the resolver for all addresses of a name. */
export type ResolveName = (
  name: string,
  callback: (error: NodeJS.ErrnoException | null, addresses?: LookupAddress[]) => void,
) => void;

/** Somebody asked for a connection to an address that is not allowed. */
export class AddressNotAllowed extends Error {
  override readonly name = "AddressNotAllowed";
}

const systemResolve: ResolveName = (name, callback) => {
  systemLookup(name, { all: true }, callback);
};

/**
 * Connects to allowed addresses only. The addresses that are looked at are those that the socket gets, so that a name that
 * leads elsewhere a moment later (DNS rebinding) makes no difference.
 */
export function createPinnedConnector(
  allowed: AllowedAddresses,
  { connectTimeoutMs, resolve = systemResolve }: { connectTimeoutMs: number; resolve?: ResolveName | undefined },
): buildConnector.connector {
  const connectors = {
    "http:": connectorFor("http:"),
    "https:": connectorFor("https:"),
  };
  function connectorFor(protocol: "http:" | "https:"): buildConnector.connector {
    const lookup = pinnedLookup(resolve, (address) => allowed.isAllowed(address, protocol));
    // One connection for each message that is under way: none waits behind another.
    return buildConnector({ lookup, timeout: connectTimeoutMs, allowH2: false });
  }
  return (options, callback) => {
    const { hostname } = options;
    const protocol = options.protocol === "https:" ? "https:" : "http:";
    // What is an address already is never looked up.
    if (isIP(bare(hostname)) !== 0 && !allowed.isAllowed(bare(hostname), protocol))
      callback(new AddressNotAllowed(`${hostname} by ${protocol}`), null);
    else connectors[protocol](options, callback);
  };
}

function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

/** A name one of whose addresses is not allowed leads nowhere: which of them is tried first is not ours to say. */
function pinnedLookup(resolve: ResolveName, isAllowed: (address: string) => boolean): LookupFunction {
  return (name, { all }, callback) => {
    resolve(name, (error, addresses = []) => {
      const refused = addresses.find(({ address }) => !isAllowed(address));
      const [first] = addresses;
      if (error) callback(error, "");
      else if (refused || !first)
        callback(new AddressNotAllowed(`${name} leads to ${refused?.address ?? "nowhere"}`), "");
      else if (all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
