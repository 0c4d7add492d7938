// The web face as a whole: the API, the public pages, and what holds for both.
import { type Context, Hono } from "hono";
import { methodNotAllowed } from "hono/method-not-allowed";
import { type Logger, pino } from "pino";
import type { World } from "../app/ports.ts";
import { CodedError } from "../errors.ts";
import { createApi } from "./api/api.ts";
import { limitBody } from "./body-limit.ts";
import { clientAddress } from "./client.ts";
import { getOutside } from "./hooks/get.ts";
import { type HookKeys, hooks } from "./hooks/hooks.ts";
import type { Get } from "./hooks/ses.ts";
import { ledgerFiles } from "./ledger.ts";
import { agentFace } from "./mcp.ts";
import { failurePages, isOneClick, isWayOut, publicPages } from "./pages/pages.ts";
import type { PressureLimits } from "./pages/pressure.ts";
import { answerProblem, codedErrorOf, problemOf, statusOf } from "./problem.ts";
import { type Limit, limitPosts } from "./rate-limit.ts";
import { loggable, logRequests, pathTemplate } from "./request-log.ts";
import { widget } from "./widget.ts";

export interface AppOptions {
  /** Whether the pages of the built-in mailbox are served. */
  readonly mailbox: boolean;
  /** Proxies in front, whose word on where a request came from is believed; absent: nobody's is. */
  readonly trustedProxies?: readonly string[];
  /** Whether the log is read without a key; absent: only with one. */
  readonly ledgerPublic?: boolean;
  /** What `/healthz` asks. */
  readonly ready: () => boolean;
  /** By what mail providers prove that they call; absent: none is listened to. */
  readonly hooks?: HookKeys;
  /** How what lies with a provider is fetched; absent: over the network. */
  readonly get?: Get;
  readonly limits?: Partial<typeof usualLimits>;
  /** Absent: nothing is logged. */
  readonly logger?: Logger;
}

const usualLimits: {
  readonly api: Limit;
  readonly permits: Limit;
  readonly posts: Limit;
  readonly forms: PressureLimits;
} = {
  api: { requests: 600, windowSeconds: 60 },
  permits: { requests: 6000, windowSeconds: 60 },
  posts: { requests: 60, windowSeconds: 60 },
  forms: {
    network: { requests: 20, windowSeconds: 600 },
    form: { requests: 600, windowSeconds: 600 },
  },
};

export function createApp(world: World, options: AppOptions): Hono {
  const limits = { ...usualLimits, ...options.limits };
  const logger = options.logger ?? pino({ enabled: false });
  const pages = failurePages(world);
  const fail = (c: Context, error: unknown) =>
    /^\/(mcp$|(api|ledger|hooks)\/)/.test(c.req.path)
      ? answerProblem(c, problemOf(error))
      : pages.failed(error, c);

  const app = new Hono();
  app.use(logRequests(logger));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header("Allow", methods.join(", "));
        return fail(c, new CodedError("method-not-allowed", `it takes ${methods.join(", ")}`));
      },
    }),
  );
  app.get("/healthz", (c) =>
    options.ready() ? c.json({ status: "ready" }) : c.json({ status: "starting" }, 503),
  );
  app.route("/api/v1", createApi(world, limits.api, limits.permits));
  app.route("/ledger", ledgerFiles(world, options.ledgerPublic ?? false, limits.api));
  app.route(
    "/mcp",
    agentFace(world, limits.api, (error) => logger.error({ error: loggable(error) }, "a tool failed")),
  );
  app.route("/widget", widget());
  app.route("/hooks", hooks(world, options.hooks ?? {}, options.get ?? getOutside));
  const addressOf = clientAddress(options.trustedProxies ?? []);
  const limitPageBody = limitBody(1);
  app.use(limitPosts(limits.posts, world.clock, isWayOut, addressOf), (c, next) =>
    isOneClick(c.req.path) ? next() : limitPageBody(c, next),
  );
  const trapped = new Map<string, number>();
  const onTrapped = (form: string) => {
    trapped.set(form, (trapped.get(form) ?? 0) + 1);
    logger.info({ form, trapped: trapped.get(form) }, "a form was filled in by no person");
  };
  app.route(
    "/",
    publicPages(world, { mailbox: options.mailbox, addressOf, limits: limits.forms, onTrapped }),
  );
  app.notFound((c) => fail(c, new CodedError("not-found")));
  app.onError((error, c) => {
    const coded = codedErrorOf(error);
    if (coded === null || statusOf[coded.code] >= 500)
      logger.error({ method: c.req.method, path: pathTemplate(c), error: loggable(error) }, "request failed");
    return fail(c, coded ?? error);
  });
  return app;
}
