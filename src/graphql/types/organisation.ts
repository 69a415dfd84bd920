import { onlyOwnOrganisation } from "../../domain/identity/organisation.scope.ts";
import { conditionsOf, list, value, type Source } from "../reading/source.ts";

export const Organisation: Source = {
  name: "Organisation",
  description: "The organisation whose data the credential reaches.",
  reads: "columns",
  table: "organisation",
  idPrefix: "org",
  scope: (ctx, rule) => conditionsOf(onlyOwnOrganisation(ctx, rule)),
  fields: () => ({
    id: value("ID", "Its identifier."),
    name: value("String", "Its name."),
    mode: value("String", "`live` or `test`: test data never takes live time."),
    bookingEmailVerification: value(
      "Boolean",
      "Whether a booking by a publishable key waits until its booker has proven his e-mail address.",
    ),
    locale: value(
      "String",
      "In which language messages are written where the reader's own is not known or not written.",
    ),
    notificationSender: value("JSON", "In whose name messages go out, `{ name, replyTo? }`; null: in its own.", {
      nullable: true,
    }),
    disabledNotifications: list("String", "The kinds of messages that nobody is sent."),
    version: value("Int", "Rises with every change."),
    createdAt: value("Instant", "When it was made."),
    updatedAt: value("Instant", "When it was last changed."),
  }),
};
