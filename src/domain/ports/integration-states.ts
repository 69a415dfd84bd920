/** `closed`: it is asked; `open`: it failed too often, and is not asked for a while; `half_open`: the next call tries whether it is back. */
export type IntegrationState = "closed" | "open" | "half_open";

/** How the third parties that this process asks are doing, by their names. */
export type IntegrationStates = () => Readonly<Record<string, IntegrationState>>;
