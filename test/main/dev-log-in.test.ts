import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import express from "express";
import { createLocalProvider, type LocalProvider } from "../../src/adapters/identity-provider/local/local-provider.ts";
import { devLogIn } from "../../src/main/dev-log-in.ts";
import { answerOf, browse } from "../support/identity-providers/browser.ts";
import { newFlowSecrets } from "../support/identity-providers/flow.ts";
import { REDIRECT_URI } from "../support/identity-providers/redirect-uri.ts";

let server: Server;
let provider: LocalProvider;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const pageUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/dev/log-in`;
  provider = createLocalProvider({ pageUrl, redirectUri: REDIRECT_URI });
  server.on("request", express().use("/dev/log-in", devLogIn(provider)) as never);
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const logInAs = async (email: string) => {
  const secrets = newFlowSecrets();
  const url = await provider.authorisationUrl(secrets);
  const back = await browse(url, REDIRECT_URI, ([form]) => form && { ...form, fields: { email, name: "Grace" } });
  return provider.identify(answerOf(back), secrets);
};

test("the page of the local provider takes anybody for whom he says he is", async () => {
  expect(await logInAs("Grace@Example.com")).toMatchObject({
    subject: "grace@example.com",
    name: "Grace",
    isEmailVerified: false,
  });
});

test("without an address it sends nobody on", async () => {
  await expect(logInAs("nobody")).rejects.toThrow("400");
});
