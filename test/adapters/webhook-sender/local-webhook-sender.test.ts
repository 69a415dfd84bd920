import { createLocalWebhookSender } from "../../../src/adapters/webhook-sender/local/local-webhook-sender.ts";
import { describeWebhookSender } from "./contract.ts";

describeWebhookSender("the local twin", () => {
  const sender = createLocalWebhookSender();
  return Promise.resolve({
    sender,
    receive(path, reply) {
      const url = `https://receiver.example${path}`;
      sender.receive(url, (message) => Promise.resolve(reply(message)));
      return url;
    },
    close: () => Promise.resolve(),
  });
});
