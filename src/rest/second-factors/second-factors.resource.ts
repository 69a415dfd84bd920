import type { SecondFactors } from "../../domain/second-factor/get-second-factors.ts";
import type { components } from "../../generated/contract.ts";
import { instant } from "../instant.ts";

export function toSecondFactorsResource(factors: SecondFactors): components["schemas"]["SecondFactors"] {
  const { required, totp, passkeys, recoveryCodesLeft } = factors;
  return { required, totp: totp && { enabledAt: instant(totp.enabledAt) }, passkeys, recoveryCodesLeft };
}
