// One request to the public face as chance makes it, and what of it was true.
import fc from "fast-check";
import { forms, origin, places } from "./places.ts";
import { chooseToken, type Fitting, fittings, type Known, type Spoiling, spoilings } from "./tokens.ts";

type Fields = Readonly<Record<string, readonly string[]>>;
const keys = ["right", "lesser", "wrong", "none"] as const;

/** How well the token fits that is sent, and what became of it. */
interface Bearing {
  readonly fits: Fitting;
  readonly spoiling: Spoiling;
}

export interface Step {
  readonly route: string;
  readonly who: number;
  readonly pick: number;
  readonly link: Bearing;
  readonly token: Bearing;
  readonly fields: Partial<Fields>;
  readonly body: "form" | "multipart" | "json" | "none";
  readonly key: (typeof keys)[number];
  /** Whether the page is opened first. */
  readonly looks: boolean;
  /** How often it is sent, at once. */
  readonly times: number;
  /** How long after the step before. */
  readonly minutes: number;
}

/** What a stranger can know, and the keys of the API. */
export interface Surroundings {
  readonly people: readonly string[];
  readonly known: ReadonlyMap<string, Known>;
  readonly keys: Readonly<Record<Step["key"], string>>;
  readonly at: string;
}

/** What was sent; a token that had been spoiled, or was never given out, is null. */
export interface Sent {
  readonly route: string;
  readonly path: string;
  readonly init: RequestInit;
  readonly link: Known | null;
  readonly token: Known | null;
  readonly fields: Fields;
  readonly form: string;
  readonly email: string;
  /** Whether it bears the key by which the operator speaks. */
  readonly byOperator: boolean;
}

const mostly = <Value>(...[value, ...others]: readonly [Value, ...Value[]]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant(value) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
const field = (...values: string[]) => fc.array(fc.constantFrom(...values), { minLength: 1, maxLength: 2 });

/** Those that can do something come more often than the rest. */
const routes = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      "POST /f/:form",
      "POST /c/:token",
      "POST /p/:token",
      "POST /r/:token",
      "POST /a/:token",
      "POST /api/v1/submissions",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...Object.keys(places).filter((route) => !route.includes("/api/"))),
  },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(places)) },
);

const bearing: fc.Arbitrary<Bearing> = fc.record({
  fits: fc.oneof(fc.constant<Fitting>("both"), fc.constantFrom(...fittings)),
  spoiling: mostly(...spoilings),
});

export const steps: fc.Arbitrary<Step> = fc.record({
  route: routes,
  who: fc.nat(4),
  pick: fc.nat(999),
  link: bearing,
  token: bearing,
  fields: fc.record(
    {
      box: field("newsletter", "email-tracking", "comic", "constructor"),
      country: field("", "ES", "FR", "DE", "XX"),
      product: field("boots", "wax", "none"),
      refused: field("yes"),
      homepage: fc.oneof(
        { weight: 1, arbitrary: field("https://bot.example") },
        { weight: 9, arbitrary: field("") },
      ),
      leave: fc.oneof(
        { weight: 1, arbitrary: field("newsletter", "*", "none") },
        { weight: 3, arbitrary: field("") },
      ),
      right: fc.oneof(
        { weight: 1, arbitrary: field("withdrawal", "objection") },
        { weight: 4, arbitrary: field("") },
      ),
      join: field("newsletter", "email-tracking", "catalogue", "none"),
      often: field("newsletter", "none", ""),
      "often-newsletter": field("week", "any", "never"),
      language: field("fr", "xx"),
      address: field("NEW", "nobody", ""),
      act: field("erase", "erase-now", "restrict", "lift", "object", "correct", "json", "other", "none"),
      ground: field("accuracy", "none"),
      words: field("Please correct my name.", ""),
      birthDate: field("2001-02-03", "2014-02-03", "never"),
      guardian: field("NEW", "nobody", ""),
    },
    { requiredKeys: [] },
  ),
  body: mostly<Step["body"]>("form", "multipart", "json", "none"),
  key: mostly<Step["key"]>("right", "lesser", "wrong", "none"),
  looks: fc.boolean(),
  times: mostly(1, 2),
  minutes: mostly(1, 0, 30, 1500),
});

export function requestOf(step: Step, around: Surroundings): Sent {
  const place = places[step.route];
  if (!place) throw new Error(`\`${step.route}\` has no place in the model`);
  const { known, people, at } = around;
  const { pick } = step;
  const form = forms[pick % forms.length] ?? "";
  const email = people[step.who % people.length] ?? "";
  const link = place.link ? chooseToken(known, { pick, kinds: place.link, of: undefined, ...step.link }) : "";
  const owner = known.get(link)?.of;
  const token = place.token
    ? chooseToken(known, {
        pick,
        kinds: [place.token],
        of: place.link ? owner : place.token === "page" ? "" : form,
        ...step.token,
      })
    : "";
  const fields = Object.fromEntries(
    Object.entries(step.fields).map(([name, values = []]) => [
      name,
      // Whoever asks for another address, or names a parent, names one of those that are looked at.
      values.map((value) => (value === "NEW" ? (people.at(-1) ?? "") : value)),
    ]),
  );
  const api = step.route.includes("/api/");
  const byProgram = api || step.route === "POST /mcp";
  const posted: Fields = { ...fields, token: [token], email: [email] };
  return {
    route: step.route,
    path: place.path.replace("LINK", link).replace("FORM", form),
    link: known.get(link) ?? null,
    token: known.get(token) ?? null,
    form,
    email,
    byOperator: api && step.key === "right",
    fields: byProgram || step.body === "form" || step.body === "multipart" ? posted : {},
    init: byProgram
      ? call(step, around.keys[step.key], place.json?.({ email, token, pick, at, fields }))
      : page(step, posted),
  };
}

function call({ route }: Step, key: string, json: object | undefined): RequestInit {
  const headers = {
    authorization: `Bearer ${key}`,
    ...(route === "POST /mcp" ? { accept: "application/json, text/event-stream" } : { origin }),
    "content-type": "application/json",
  };
  return route.startsWith("GET")
    ? { headers }
    : { method: "POST", headers, body: JSON.stringify(json ?? {}) };
}

function page({ route, body }: Step, posted: Fields): RequestInit {
  if (route.startsWith("GET")) return {};
  const pairs = Object.entries(posted).flatMap(([name, values]) =>
    values.map((value) => [name, value] as const),
  );
  const method = "POST";
  if (body === "none") return { method };
  if (body === "json")
    return { method, body: JSON.stringify(posted), headers: { "content-type": "application/json" } };
  const sent = body === "form" ? new URLSearchParams() : new FormData();
  for (const [name, value] of pairs) sent.append(name, value);
  return { method, body: sent };
}
