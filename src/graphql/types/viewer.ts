import { getViewer, type Viewer } from "../../domain/identity/get-viewer.ts";
import { builder } from "../builder.ts";

const OrganisationType = builder.objectRef<Viewer["organisation"]>("Organisation").implement({
  description: "The organisation whose data the credential reaches.",
  fields: (t) => ({
    id: t.exposeID("id"),
    name: t.exposeString("name"),
    mode: t.exposeString("mode", { description: "`live` or `test`." }),
  }),
});

const MemberType = builder.objectRef<NonNullable<Viewer["member"]>>("Member").implement({
  description: "A person in one organisation.",
  fields: (t) => ({
    id: t.exposeID("id"),
    name: t.exposeString("name"),
    email: t.exposeString("email"),
    role: t.exposeString("role", { description: "`owner`, `admin` or `member`." }),
    timeZone: t.exposeString("timeZone", { description: "An IANA time zone." }),
    locale: t.exposeString("locale"),
  }),
});

const ViewerType = builder.objectRef<Viewer>("Viewer").implement({
  description: "Who is asking.",
  fields: (t) => ({
    organisation: t.field({ type: OrganisationType, resolve: ({ organisation }) => organisation }),
    member: t.field({
      type: MemberType,
      nullable: true,
      description: "The member that the credential acts for; null for a publishable key.",
      resolve: ({ member }) => member,
    }),
    scopes: t.exposeStringList("scopes", { description: "What the credential may do." }),
  }),
});

builder.queryField("viewer", (t) =>
  t.field({
    type: ViewerType,
    description: "Who is asking, and on whose behalf.",
    resolve: (_root, _args, { domain }) => getViewer(domain),
  }),
);
