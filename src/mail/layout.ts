// The page that a Markdown mail and Licet's own mail stand on: one column, system fonts, light and dark, nothing fetched.

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}

export const fontFamily = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

// Inline, because many mail programs drop style sheets. No colours on text: it takes those of light or dark mode.
const styles: Readonly<Record<string, string>> = {
  h1: "font-size:26px;line-height:1.25;margin:0 0 16px",
  h2: "font-size:21px;line-height:1.3;margin:32px 0 12px",
  h3: "font-size:17px;line-height:1.4;margin:24px 0 8px",
  p: "margin:0 0 16px",
  ul: "margin:0 0 16px;padding-left:24px",
  ol: "margin:0 0 16px;padding-left:24px",
  li: "margin:0 0 6px",
  blockquote: "margin:0 0 16px;padding:4px 0 4px 16px;border-left:4px solid #8a8a8a",
  img: "max-width:100%;height:auto;border:0",
  hr: "border:0;border-top:1px solid #8a8a8a;margin:32px 0",
  pre: "margin:0 0 16px;padding:12px;overflow:auto;border:1px solid #8a8a8a",
  table: "border-collapse:collapse;margin:0 0 16px",
  th: "text-align:left;padding:6px 12px 6px 0;border-bottom:2px solid #8a8a8a",
  td: "padding:6px 12px 6px 0;border-bottom:1px solid #8a8a8a",
};

const opening = new RegExp(`<(${Object.keys(styles).join("|")})(?=[ >/])(?![^>]*\\bstyle=)`, "g");

/** Gives the elements of Markdown their looks. */
export function styleElements(html: string): string {
  return html.replace(opening, (tag, name: string) => `${tag} style="${styles[name]}"`);
}

/** @param title - escaped already, like `language` and `body`. */
export function layOut(language: string, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>
:root{color-scheme:light dark}
a{color:#0b57d0}
@media (prefers-color-scheme:dark){body{background:#161616!important;color:#ededed!important}a{color:#a8c7fa}}
</style>
</head>
<body style="margin:0;padding:0;background:#ffffff;color:#1f1f1f;${fontFamily};font-size:16px;line-height:1.55">
<div style="max-width:600px;margin:0 auto;padding:32px 20px">
${body}
</div>
</body>
</html>
`;
}

/** A link that looks like a button; high contrast in light and dark. */
export function button(label: string, link: string): string {
  return `<p style="margin:24px 0"><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 28px;border-radius:6px;background:#0b57d0;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></p>`;
}
