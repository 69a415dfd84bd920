import { ok } from "../answer.ts";
import type { Operation } from "../operation.ts";

/** It is the configuration's: there is nothing to look up. */
export const getDeviceRegistrationOptionsRoute: Operation<"getDeviceRegistrationOptions"> = ({ pushOffer }) => {
  const { kinds, applicationServerKey } = pushOffer;
  return Promise.resolve(ok({ kinds: [...kinds].sort(), applicationServerKey }));
};
