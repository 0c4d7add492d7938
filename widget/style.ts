// How it looks where the page says nothing: in the page's own letters and colours.

const css = `
:host{display:block;color:var(--licet-ink,inherit);font:var(--licet-font,inherit);color-scheme:var(--licet-color-scheme,inherit);
line-height:1.5;overflow-wrap:break-word;text-align:start;--edge:var(--licet-line,color-mix(in srgb,currentColor 32%,transparent))}
:host([hidden]){display:none}
:host([data-state=loading]){min-height:var(--licet-reserve,36rem)}
*{box-sizing:border-box}
fieldset{border:0;margin:0 0 var(--licet-gap,1.5em);padding:0;min-width:0}
legend,[part=notice-title]{padding:0;margin:0 0 .375em;font-size:1.0625em;font-weight:600}
p{margin:0}
[part=hint],[part=notice]{font-size:.9375em}
label{display:grid;grid-template-columns:auto 1fr;gap:0 .75em;align-items:start;margin:.625em 0 0;padding:.875em 1em;cursor:pointer;
background:var(--licet-paper,transparent);border:1px solid var(--edge);border-radius:var(--licet-radius,8px)}
label:hover{border-color:currentColor}
input{font:inherit;width:1.375em;height:1.375em;margin:.0625em 0 0;accent-color:var(--licet-accent,auto)}
:focus-visible{outline:3px solid var(--licet-accent,currentColor);outline-offset:3px;border-radius:3px}
section{padding:1em;border:1px solid var(--edge);border-radius:var(--licet-radius,8px)}
dl,dd{margin:0}
[part=row]{display:flex;flex-wrap:wrap;gap:0 1em;padding:.5em 0;border-top:1px solid var(--edge)}
dt{flex:1 1 8em;font-weight:600;min-width:0}
dd{flex:3 1 16em;min-width:0}
[part=whole]{padding-top:.5em;border-top:1px solid var(--edge)}
a{color:var(--licet-accent,inherit)}
button{font:inherit;color:inherit;background:none;border:0;padding:.25em;text-decoration:underline;cursor:pointer}
`;

let made: CSSStyleSheet | undefined;

/** One for all elements of a page. A page whose policy forbids styles in it may show this one all the same (CSSOM). */
export function sheet(): CSSStyleSheet {
  if (made === undefined) {
    made = new CSSStyleSheet();
    made.replaceSync(css);
  }
  return made;
}
