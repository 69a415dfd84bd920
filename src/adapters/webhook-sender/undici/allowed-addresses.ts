import ipaddr from "ipaddr.js";

type Address = ReturnType<typeof ipaddr.process>;

/** A part of the address space, as `ipaddr.parseCIDR` reads it. */
type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** Which addresses may be talked to. */
export interface AllowedAddresses {
  /** @param address as a resolver gives it, or a socket has it */
  isAllowed(address: string, protocol: "http:" | "https:"): boolean;
}

/** Global unicast (RFC 4291 2.4): all else of IPv6 leads to special places, the ends of tunnels and IPv4 in disguise too. */
const PUBLIC_IPV6 = ipaddr.parseCIDR("2000::/3");

/**
 * Public addresses by https alone; those of the networks by http too.
 * @param networks such as `127.0.0.0/8`, those of our own that may be reached
 */
export function createAllowedAddresses(networks: readonly string[]): AllowedAddresses {
  const own = networks.map((network) => ipaddr.parseCIDR(network));
  return {
    isAllowed(text, protocol) {
      if (!ipaddr.isValid(text)) return false;
      // An IPv4 address in IPv6's spelling is that IPv4 address (RFC 4291 2.5.5.2).
      const address = ipaddr.process(text);
      if (own.some((network) => isIn(address, network))) return true;
      return protocol === "https:" && isPublic(address);
    },
  };
}

function isPublic(address: Address): boolean {
  // `unicast` is what no registry of special-purpose addresses names (RFC 6890).
  return address.range() === "unicast" && (address.kind() === "ipv4" || isIn(address, PUBLIC_IPV6));
}

function isIn(address: Address, network: Network): boolean {
  return address.kind() === network[0].kind() && address.match(network);
}
