import { expect, test } from "@jest/globals";
import { createMicrosoftProvider } from "../../../src/adapters/identity-provider/microsoft/microsoft-provider.ts";
import { systemClock } from "../../../src/main/system-clock.ts";
import { CLIENT } from "../../support/identity-providers/emulated.ts";
import { REDIRECT_URI } from "../../support/identity-providers/redirect-uri.ts";
import { newFlowSecrets } from "../../support/identity-providers/flow.ts";
import { goodClaims, keySet, signedBy, tokenAnswer } from "../../support/identity-providers/hostile-provider.ts";

/** Microsoft's own host is what openid-client knows its many tenants by, so the answers come from here instead. */
const BASE = "https://login.microsoftonline.com";
const [OURS, OTHER] = ["11111111-0000-4000-8000-000000000000", "22222222-0000-4000-8000-000000000000"];
const secrets = newFlowSecrets();

function identifyBy(claims: Record<string, unknown>) {
  const issuer = `${BASE}/${OURS}/v2.0`;
  const answers: Record<string, object> = {
    [`${BASE}/common/v2.0/.well-known/openid-configuration`]: {
      issuer: `${BASE}/{tenantid}/v2.0`,
      authorization_endpoint: `${BASE}/common/oauth2/v2.0/authorize`,
      token_endpoint: `${BASE}/common/oauth2/v2.0/token`,
      jwks_uri: `${BASE}/common/discovery/v2.0/keys`,
      id_token_signing_alg_values_supported: ["ES256"],
      token_endpoint_auth_methods_supported: ["client_secret_post"],
    },
    [`${BASE}/common/oauth2/v2.0/token`]: tokenAnswer(
      signedBy("provider", { ...goodClaims(issuer, secrets.nonce), tid: OURS, oid: "ada", ...claims }),
    ),
    [`${BASE}/common/discovery/v2.0/keys`]: keySet(),
  };
  const provider = createMicrosoftProvider({
    baseUrl: BASE,
    tenant: "common",
    ...CLIENT,
    redirectUri: REDIRECT_URI,
    fetch: (url) => Promise.resolve(Response.json(answers[url])),
    clock: systemClock,
  });
  return provider.identify({ code: "any", state: secrets.state }, secrets);
}

test("people of any tenant are let in, each as his own tenant's, and no address is taken for verified", async () => {
  const ours = await identifyBy({ email_verified: true });
  expect(ours).toMatchObject({ issuer: `${BASE}/${OURS}/v2.0`, subject: `${OURS}.ada`, isEmailVerified: false });
  const others = await identifyBy({ iss: `${BASE}/${OTHER}/v2.0`, tid: OTHER });
  expect(others.subject).toBe(`${OTHER}.ada`);
});

test.each([
  ["of another tenant than its issuer", { tid: OTHER }],
  ["without a tenant", { tid: undefined }],
  ["without an object identifier", { oid: undefined }],
  ["of an issuer elsewhere", { iss: "https://other.example" }],
])("an ID token %s is refused", async (_, claims) => {
  await expect(identifyBy(claims)).rejects.toMatchObject({ name: "IdentityProviderError", failure: "refused" });
});
