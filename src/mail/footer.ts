// The end of every mail: who sends it and, in marketing, the ways out. Licet adds it, so that nobody can forget it.
import type { Language } from "../core/languages.ts";
import { copyIn } from "./copy/copy.ts";
import { escapeHtml, fontFamily } from "./layout.ts";
import { colonIn } from "./locale.ts";
import type { RenderedMail } from "./template.ts";

/** Who answers for the mail. */
export interface ControllerIdentity {
  readonly name: string;
  readonly address: string;
  readonly registration: string;
  /** Where a person writes about data protection. */
  readonly privacyContact: string;
}

/** What stands in the footer besides the controller's identity. */
interface FooterLines {
  /** A paragraph each: the right to object is to stand by itself. */
  readonly notes: readonly string[];
  readonly links: readonly (readonly [label: string, link: string])[];
}

/** Where the person may go from a mail. */
export interface WaysOut {
  /** Takes the one-click POST too (RFC 8058). */
  readonly unsubscribe: string;
  readonly preferences: string;
  readonly why: string;
}

/**
 * That it is advertising, that one may object to it, the visible way out, why the person gets it, and who sends it: what
 * the rows of law demand of a letter, in each letter alike.
 *
 * Source: Directive 2002/58/EC 13(2), 13(4); Directive 2000/31/EC 5 and 6; CDE XII.12; GDPR 7(3), 21(4).
 */
export function withMarketingFooter(
  mail: RenderedMail,
  controller: ControllerIdentity,
  waysOut: WaysOut,
  language: Language,
): RenderedMail {
  const { footer } = copyIn(language);
  return withFooter(mail, controller, language, {
    notes: [footer.advertising, footer.objection],
    links: [
      [footer.unsubscribe, waysOut.unsubscribe],
      [footer.preferences, waysOut.preferences],
      [footer.why, waysOut.why],
    ],
  });
}

export function withFooter(
  mail: RenderedMail,
  controller: ControllerIdentity,
  language: Language,
  lines: FooterLines,
): RenderedMail {
  return {
    subject: mail.subject,
    html: insert(mail.html, html(controller, language, lines)),
    text: mail.text + text(controller, language, lines),
  };
}

function html(controller: ControllerIdentity, language: Language, lines: FooterLines): string {
  const copy = copyIn(language);
  const line = (content: string) => `<p style="margin:0 0 8px">${content}</p>\n`;
  const anchors = lines.links.map(
    ([label, link]) =>
      `<a href="${escapeHtml(link)}" style="color:inherit;text-decoration:underline">${escapeHtml(label)}</a>`,
  );
  const identity = [
    `${escapeHtml(copy.footer.sentBy)} <strong>${escapeHtml(controller.name)}</strong>`,
    ...[controller.address, controller.registration, privacyLine(controller, language)].map(escapeHtml),
  ];
  return `<div lang="${language}" style="max-width:600px;margin:0 auto;padding:16px 20px 32px;${fontFamily};font-size:13px;line-height:1.6">
<hr style="border:0;border-top:1px solid #8a8a8a;margin:0 0 16px">
${lines.notes.map((note) => line(escapeHtml(note))).join("")}${anchors.length === 0 ? "" : line(anchors.join(" &nbsp;·&nbsp; "))}${line(identity.join("<br>\n"))}</div>
`;
}

function text(controller: ControllerIdentity, language: Language, lines: FooterLines): string {
  const links = lines.links.map(([label, link]) => `${label}${colonIn(language)}<${link}>`);
  const identity = [
    `${copyIn(language).footer.sentBy} ${controller.name}`,
    controller.address,
    controller.registration,
    privacyLine(controller, language),
  ];
  // Not the signature mark `-- `: what stands below that is hidden by some mail programs.
  const blocks = [["________"], ...lines.notes.map((note) => [note]), links, identity];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `\n${block.join("\n")}\n`)
    .join("");
}

function privacyLine(controller: ControllerIdentity, language: Language): string {
  return `${copyIn(language).privacyContact} ${controller.privacyContact}`;
}

/** Before the last `</body>` that is no comment, or at the end where there is none. */
function insert(page: string, footer: string): string {
  const seen = page.replace(/<!--[\s\S]*?-->/g, (comment) => " ".repeat(comment.length));
  const at = seen.search(/<\/body\s*>(?![\s\S]*<\/body\s*>)/i);
  return at < 0 ? page + footer : page.slice(0, at) + footer + page.slice(at);
}
