// Every path that is served, and what a stranger sends there. A path without a place here fails the property.
import { PROVIDERS } from "../../../src/mail/provider-marks.ts";
import type { Kind } from "./tokens.ts";

/** What goes to one path. */
export interface Place {
  /** `LINK` stands for a token, `FORM` for the key of a form. */
  readonly path: string;
  /** The kinds of token that belong into the path. */
  readonly link?: readonly Kind[];
  /** The kind that belongs into the field. */
  readonly token?: Kind;
  /** The body of a call to the API. */
  readonly json?: (about: About) => object;
}

export interface About {
  readonly email: string;
  readonly token: string;
  readonly pick: number;
  readonly at: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

export const forms = ["sign-up", "order", "catalogue", "comic"] as const;
export const origin = "https://lunaria.example";

const linked = (letter: string, ...link: Kind[]): Place => ({
  path: `/${letter}/LINK?lang=en`,
  link,
  token: "page",
});
const about = ({ email }: About) => ({ email });
const told = ["consent.withdrawn", "objection.raised", "restriction.applied", "complaint.received"];

export const places: Readonly<Record<string, Place>> = {
  "GET /": { path: "/" },
  "GET /healthz": { path: "/healthz" },
  "GET /assets/:name": { path: "/assets/style.css" },
  "GET /assets/work-HASH/:name": { path: "/assets/work-0/solve.js" },
  "POST /mcp": {
    path: "/mcp",
    json: ({ email, pick }) => {
      const [name, input] = [
        ["explain", { email }],
        ["preview_audience", { purpose: "newsletter" }],
        ["record_consent", { email, purpose: "newsletter" }],
      ][pick % 3] as [string, object];
      return { jsonrpc: "2.0", id: pick, method: "tools/call", params: { name, arguments: input } };
    },
  },
  "GET /widget/licet-consent.js": { path: "/widget/licet-consent.js" },
  "GET /widget/:version": { path: "/widget/licet-consent-000000000000.js" },
  "GET /ledger/checkpoint": { path: "/ledger/checkpoint" },
  "GET /ledger/tile/:path": { path: "/ledger/tile/0/000" },
  ...Object.fromEntries(
    PROVIDERS.map((provider) => [`POST /hooks/${provider}`, { path: `/hooks/${provider}` }]),
  ),
  "GET /mailbox": { path: "/mailbox" },
  "GET /mailbox/:number": { path: "/mailbox/1" },
  "GET /mailbox/:number/body": { path: "/mailbox/1/body" },
  "GET /n/:notice/:version": { path: "/n/FORM/1" },
  "GET /law/:code": { path: "/law/withdrawn" },
  "GET /f/:form": { path: "/f/FORM?lang=en" },
  "POST /f/:form": { path: "/f/FORM?lang=en", token: "form" },
  "GET /c/:token": linked("c", "confirmation"),
  "POST /c/:token": linked("c", "confirmation"),
  "GET /a/:token": linked("a", "address"),
  "POST /a/:token": linked("a", "address"),
  "GET /g/:token": linked("g", "guardian"),
  "POST /g/:token": linked("g", "guardian"),
  "GET /u/:token": linked("u", "wayOut"),
  "POST /u/:token": linked("u", "wayOut"),
  "GET /w/:token": linked("w", "wayOut"),
  "GET /o/:token": linked("o", "wayOut"),
  "GET /l/:token": linked("l", "wayOut"),
  "GET /p": { path: "/p" },
  "POST /p": { path: "/p", token: "page" },
  "GET /p/:token": linked("p", "preferences", "wayOut"),
  "POST /p/:token": linked("p", "preferences", "wayOut"),
  "GET /r": { path: "/r" },
  "POST /r": { path: "/r", token: "page" },
  "GET /r/:token": linked("r", "rights"),
  "POST /r/:token": linked("r", "rights"),
  "GET /api/v1/forms/:form": { path: `/api/v1/forms/FORM?page=${origin}/checkout` },
  "POST /api/v1/submissions": {
    path: "/api/v1/submissions",
    token: "embedded",
    json: ({ email, token, pick, fields }) => ({
      email,
      token,
      ...(fields.box && { boxes: fields.box.filter((box) => box !== "constructor") }),
      ...(fields.refused && { refused: true }),
      ...(fields.product && { order: { reference: `2026-${pick % 3}`, category: "shoes", paid: true } }),
      ...(fields.country?.[0] && { recipient: { country: fields.country[0] } }),
    }),
  },
  "POST /api/v1/facts": {
    path: "/api/v1/facts",
    json: ({ email, pick, at }) => ({
      email,
      facts: [
        { id: `told-${pick}`, type: told[pick % told.length], at, purpose: "*", scope: "direct-marketing" },
      ],
    }),
  },
  "POST /api/v1/erasures": { path: "/api/v1/erasures", json: about },
  "POST /api/v1/explain": { path: "/api/v1/explain", json: about },
  "POST /api/v1/receipts": { path: "/api/v1/receipts", json: about },
  "GET /api/v1/audience": { path: "/api/v1/audience?purpose=newsletter" },
  "GET /api/v1/rights": { path: "/api/v1/rights" },
  "GET /api/v1/rights/:request": { path: "/api/v1/rights/none" },
  "POST /api/v1/rights": {
    path: "/api/v1/rights",
    json: ({ email }) => ({ email, right: "access", via: "mail" }),
  },
  "POST /api/v1/rights/:request/answer": { path: "/api/v1/rights/none/answer", json: about },
  "POST /api/v1/rights/:request/extension": { path: "/api/v1/rights/none/extension", json: about },
  "POST /api/v1/rights/held-data": { path: "/api/v1/rights/held-data", json: about },
  "POST /api/v1/messages": { path: "/api/v1/messages", json: about },
  "POST /api/v1/permits": {
    path: "/api/v1/permits",
    json: ({ email, pick }) => ({
      purpose: ["newsletter", "catalogue", "legalNotice"][pick % 3],
      message: { statute: "GDPR 34", request: `told-${pick}` },
      people: [{ email }],
    }),
  },
  "GET /api/v1/messages/:id": { path: "/api/v1/messages/none" },
  "GET /api/v1/campaigns": { path: "/api/v1/campaigns" },
  "POST /api/v1/campaigns": { path: "/api/v1/campaigns", json: about },
  "GET /api/v1/campaigns/:id": { path: "/api/v1/campaigns/none" },
  "POST /api/v1/campaigns/:id/pause": { path: "/api/v1/campaigns/none/pause" },
  "POST /api/v1/campaigns/:id/resume": { path: "/api/v1/campaigns/none/resume" },
  "POST /api/v1/campaigns/:id/cancel": { path: "/api/v1/campaigns/none/cancel" },
  "GET /api/v1/changes": { path: "/api/v1/changes" },
  "GET /api/v1/suppressions": { path: "/api/v1/suppressions" },
  "POST /api/v1/suppressions/check": {
    path: "/api/v1/suppressions/check",
    json: ({ email }) => ({ emails: [email] }),
  },
  "GET /api/v1/imports": { path: "/api/v1/imports" },
  "POST /api/v1/imports": { path: "/api/v1/imports", json: about },
  "POST /api/v1/imports/:id/undo": { path: "/api/v1/imports/none/undo", json: about },
  "GET /api/v1/openapi.json": { path: "/api/v1/openapi.json" },
};

/** As the router has it, without the patterns of its parameters and what changes with the content of a file. */
export function routeName({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path.replaceAll(/\{.*?\}(?=\/|$)/g, "").replace(/work-[0-9a-f]{12}/, "work-HASH")}`;
}
