// The one stylesheet of the public pages, served under its own hash so that browsers keep it.
import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { World } from "../../app/ports.ts";
import type { Theme } from "../../app/setup/theme.ts";
import { CodedError } from "../../errors.ts";
import { themeCss, themeOf } from "./theme-css.ts";

const css = `
:root{color-scheme:light dark;--paper:#faf8f4;--sheet:#fff;--ink:#1c211e;--soft:#565e59;--line:#dcd8ce;--edge:#7d847f;
--deep:#17553f;--deep-hover:#124232;--on-deep:#fff;--tint:#eaf2ed;--wrong:#a1261d;--wrong-tint:#fbecea;--display:"Iowan Old Style","Palatino Linotype",Palatino,
"URW Palladio L",P052,Charter,Georgia,"DejaVu Serif",serif;--text:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif;
--mono:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{--paper:#131715;--sheet:#1b201d;--ink:#ecebe5;--soft:#aab2ac;--line:#333a36;--edge:#848d87;
--deep:#8fd6b4;--deep-hover:#a5dec3;--on-deep:#0c2118;--tint:#1d2c25;--wrong:#ffa79c;--wrong-tint:#351c1a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;background:var(--paper)}
body{margin:0;font:1.0625rem/1.6 var(--text);color:var(--ink);overflow-wrap:break-word}
.column{width:min(38rem,100%);margin:0 auto;padding:0 1.25rem}
header{padding:1.75rem 0 0}
header .column,.row{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;justify-content:space-between;align-items:baseline}
.logo{display:block;height:2.5rem;width:auto;max-width:100%}
.brand{font:italic 1.125rem/1.4 var(--display);color:var(--ink);text-decoration:none}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:0;padding:0;list-style:none;font-size:.9375rem}
main{padding:2.75rem 0 4rem}
.framed main{padding:1.25rem 0 1.5rem}
footer{border-top:1px solid var(--line);padding:1.5rem 0 3rem;font-size:.875rem;line-height:1.55;color:var(--soft)}
footer p{margin:0}
h1{font:400 clamp(2rem,1.5rem + 2.4vw,2.75rem)/1.15 var(--display);letter-spacing:-.012em;margin:0 0 1rem;text-wrap:balance}
h2,legend{font:400 1.375rem/1.3 var(--display);margin:0;padding:0}
legend{margin-bottom:.25rem}
h2{margin:2.75rem 0 .5rem}
h3{font-size:1rem;margin:1.5rem 0 .25rem}
p{margin:0 0 1rem}
.lead{font-size:1.1875rem;line-height:1.55;color:var(--soft);margin-bottom:2rem;text-wrap:pretty}
.lead+.soft{margin-top:-1rem}
form+.lead{margin-top:3rem}
.hint,.soft{color:var(--soft);font-size:.9375rem}
.hint{margin:.125rem 0 .5rem;display:block}
a{color:var(--deep);text-underline-offset:.2em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--deep);outline-offset:3px;border-radius:3px}
form{margin:0}
.search{display:flex;flex-wrap:wrap;align-items:end;gap:.75rem;margin:0 0 2rem}
.search label{flex:1 1 14rem}
.search .wrong{flex-basis:100%;margin:0}
.field,fieldset{margin:0 0 1.75rem;padding:0;border:0;min-width:0}
fieldset>:last-child{margin-bottom:0}
.trap{display:none}
label.name,label .name{display:block;font-weight:600}
input[type=email],input[type=search],input[type=date],textarea,select{display:block;width:100%;margin-top:.375rem;padding:.75rem .875rem;font:inherit;color:inherit;background:var(--sheet);
border:1px solid var(--edge);border-radius:8px}
select{appearance:none;padding-right:2.5rem;background-image:linear-gradient(45deg,transparent 50%,var(--soft) 50%),linear-gradient(-45deg,transparent 50%,var(--soft) 50%);
background-position:right 1.25rem center,right .9rem center;background-size:.4rem .4rem;background-repeat:no-repeat}
input[aria-invalid=true],select[aria-invalid=true]{border:2px solid var(--wrong)}
[aria-invalid=true] .choice{border-color:var(--wrong)}
.choice{display:grid;grid-template-columns:auto 1fr;gap:0 .875rem;align-items:start;margin:.75rem 0 0;padding:1rem;background:var(--sheet);border:1px solid var(--line);border-radius:10px;cursor:pointer}
.choice:hover{border-color:var(--edge)}
.choice:has(:checked){border-color:var(--deep);background:var(--tint)}
.choice:has(:focus-visible){outline:3px solid var(--deep);outline-offset:2px}
.choice input{width:1.375rem;height:1.375rem;margin:.125rem 0 0;accent-color:var(--deep);outline:0}
.choice .price{color:var(--soft);white-space:nowrap}
.choice .row{flex-wrap:nowrap}
button,.button{display:inline-block;padding:.8rem 1.5rem;font:600 1.0625rem/1.3 var(--text);color:var(--on-deep);background:var(--deep);border:1px solid var(--deep);border-radius:8px;cursor:pointer;text-align:center;text-decoration:none}
button:hover,.button:hover{background:var(--deep-hover)}
.quiet{color:var(--deep);background:none;padding:.5rem 1rem;font-size:.9375rem}
.quiet:hover{background:var(--tint)}
.wrong{color:var(--wrong);font-weight:600;margin:.375rem 0 0;display:block}
.summary{border:1px solid var(--wrong);border-left-width:5px;background:var(--wrong-tint);border-radius:8px;padding:1.125rem 1.25rem;margin:0 0 2rem}
.summary:focus-visible{outline-color:var(--wrong);outline-offset:0}
.summary h2{margin:0 0 .375rem;font-size:1.25rem}
.summary ul{margin:0;padding-left:1.125rem}
.summary a{color:var(--wrong)}
.summary p:last-child{margin:.5rem 0 0}
.note{border-left:3px solid var(--deep);background:var(--tint);border-radius:0 8px 8px 0;padding:.875rem 1.125rem;margin:0 0 1.75rem}
.note>:last-child{margin-bottom:0}
table{width:100%;border-collapse:collapse;font-size:.9375rem;line-height:1.5}
caption{text-align:left;font:400 1.125rem/1.3 var(--display);padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.5625rem 0;border-top:1px solid var(--line)}
th{width:34%;padding-right:1rem;font-weight:600}
.notice{margin:0 0 2rem;padding:1.125rem 1.25rem;border:1px solid var(--line);border-radius:10px}
.notice p{margin:.75rem 0 0;font-size:.9375rem}
blockquote{margin:.25rem 0;font:italic 1.125rem/1.5 var(--display)}
.told{margin:1rem 0 1.5rem;padding:.25rem 0 .25rem 1.25rem;border-left:3px solid var(--deep)}
.lines{list-style:none;margin:0 0 2.5rem;padding:0}
.lines li{padding:1.125rem 0;border-top:1px solid var(--line)}
.lines li:last-child{border-bottom:1px solid var(--line)}
.lines .row{align-items:center;gap:.75rem 1.5rem}
.lines strong{font-weight:600}
.lines .soft{display:block}
.lines .row>:first-child{flex:1 1 14rem;min-width:0}
.state::before{content:"";display:inline-block;width:.5625rem;height:.5625rem;border-radius:50%;margin-right:.5rem;border:2px solid var(--edge)}
.receiving::before{background:var(--deep);border-color:var(--deep)}
.waiting::before{border-style:dotted}
code,pre{font:.875rem/1.6 var(--mono)}
pre{margin:.5rem 0 1rem;padding:1rem 1.25rem;background:var(--sheet);border:1px solid var(--line);border-radius:10px;white-space:pre-wrap;overflow-wrap:anywhere}
pre i{color:var(--soft);font-style:normal}
.mark{font:.8125rem/1.5 var(--mono);color:var(--soft);overflow-wrap:anywhere}
dl{margin:0 0 1.5rem;display:grid;align-items:baseline;grid-template-columns:7.5rem 1fr;gap:.375rem 1.25rem}
dt{color:var(--soft)}
dd{margin:0;min-width:0}
iframe{display:block;width:100%;height:36rem;border:1px solid var(--line);border-radius:10px;background:#fff}
.buttons{display:flex;flex-wrap:wrap;gap:.75rem}
.plain{list-style:none;margin:.5rem 0 1.5rem;padding:0}
.plain li{padding:.375rem 0}
.plain strong+.soft{display:block}
textarea{resize:vertical;min-height:6rem}
details{margin:1.5rem 0}
summary{cursor:pointer;font-weight:600}
.after{margin-top:1.5rem}
.often{margin:.75rem 0 0}
.often select{padding:.5rem .75rem;font-size:.9375rem}
.paper{margin:1rem 0;padding:1.25rem;background:var(--sheet);border:1px solid var(--line);border-radius:10px}
.paper h3{margin-top:0}
.lines .row>*{min-width:0}
.lines [id^=join-]+button{margin-top:.375rem}
.lines blockquote{font-size:1.0625rem;margin:.5rem 0 .75rem}
.lines .soft{display:block}
.prose h2{font-size:1.25rem;margin-top:2rem}
@media (max-width:30rem){th,td{display:block;width:auto}td{border:0;padding-top:0}th{padding-bottom:0}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.75rem}
.lines li:not(.row)>.row>:first-child{flex-basis:100%}
button[type=submit]:not(.quiet),.button:not(.quiet){width:100%}}
`;

/** Sheets by their addresses, and addresses by their themes: themes are few, and each is here once a page has shown it. */
const served = new Map<string, string>();
const paths = new Map<string, string>();

/** Where the stylesheet of a theme is; a change of the style is a change of the address. */
export function stylePath(theme: Theme | undefined): string {
  const key = JSON.stringify(theme ?? null);
  const known = paths.get(key);
  if (known !== undefined) return known;
  const sheet = css.trim() + themeCss(theme);
  const path = `/assets/${createHash("sha256").update(sheet).digest("hex").slice(0, 12)}.css`;
  served.set(path, sheet);
  paths.set(key, path);
  return path;
}

const lasting = {
  "cache-control": "public, max-age=31536000, immutable",
  "x-content-type-options": "nosniff",
  // An image opened by itself runs nothing and asks nobody for anything.
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "cross-origin-resource-policy": "same-origin",
};

/** The stylesheets, and the logos and fonts of themes. */
export function assets(world: World): Hono {
  return new Hono().get("/assets/:name", async (c) => {
    const sheet = served.get(c.req.path) ?? (await sheetInForce(world, c.req.path));
    if (sheet !== undefined)
      return c.body(sheet, 200, { ...lasting, "content-type": "text/css; charset=utf-8" });
    const asset = await world.store.assets.find(c.req.param("name"));
    if (!asset) throw new CodedError("not-found");
    return c.body(new Uint8Array(asset.bytes), 200, { ...lasting, "content-type": asset.mediaType });
  });
}

/** Of a page that another process has shown. */
async function sheetInForce({ store }: World, path: string): Promise<string | undefined> {
  const setup = await store.setup.current();
  stylePath(undefined);
  if (setup) {
    stylePath(setup.controller.content.theme);
    for (const { content } of Object.values(setup.forms))
      stylePath(themeOf(setup.controller.content, content));
  }
  return served.get(path);
}
