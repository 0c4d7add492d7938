// Mails as other sending tools write them, and what is left of them for somebody who is not to be followed.
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { simpleParser } from "mailparser";
import MailComposer from "nodemailer/lib/mail-composer";
import { describe, expect, test } from "vitest";
import { unfollow } from "./unfollowed.ts";

const target = "https://shop.example/new?size=42&colour=red";
const encoded = encodeURIComponent(target);
const base64url = (text: string) => Buffer.from(text).toString("base64url");
const token = "kWl0Vj3xQm8Zr5Tn2Yb7Ac9Df";
const uuid = "0192d3a0-5b1c-7c7e-9a64-2f1f0a5d8e11";
const nobody = "00000000-0000-0000-0000-000000000000";
const mandrill = base64url(
  JSON.stringify({ s: "x", v: 2, p: JSON.stringify({ u: 1, v: 2, url: target, id: "a" }) }),
);
const mailgun = deflateSync(`h=4f&i=1&l=${encoded}`).toString("base64url");
const newsletter = encodeURIComponent(
  Buffer.from(`7;42;${target};;d41d8cd98f00b204e9800998ecf8427e`).toString("base64"),
);

/** Of each tool: a link as it writes it, whether its target is in it, and its image. */
const tools: readonly [name: string, link: string, opens: boolean, pixel: string][] = [
  [
    "listmonk",
    `https://lists.shop.example/link/${uuid}/${uuid}/${uuid}`,
    false,
    `<img src="https://lists.shop.example/campaign/${uuid}/${uuid}/px.png" alt="" />`,
  ],
  [
    "Mautic",
    "https://m.shop.example/r/5f2c0d9e8b7a6c5d4e3f2a1b0?ct=YTo1OntzOjY6InNvdXJjZSI7fQ%3D%3D",
    false,
    '<img height="1" width="1" src="https://m.shop.example/email/5f2c0d9e8b7a6c5d4e3f2a1b0.gif" alt="" />',
  ],
  [
    "Mailchimp",
    "https://shop.us9.list-manage.com/track/click?u=e9492ff27d76&id=6085259441&e=626d6fa0c9",
    false,
    '<img src="https://shop.us9.list-manage.com/track/open.php?u=e9492ff27d76&id=60852&e=626d6fa0c9" height="1" width="1" alt="">',
  ],
  [
    "Mailchimp, its own click counter",
    `https://mailchimp.com/mctx/clicks?url=${encoded}&xid=abc&pool=email`,
    true,
    '<img src="https://mailchimp.com/mctx/opens?xid=abc&pool=email">',
  ],
  [
    "Mandrill",
    `https://mandrillapp.com/track/click/30259155/shop.example?p=${mandrill}`,
    true,
    '<img src="https://mandrillapp.com/track/open.php?u=30259155&id=dc1dfbb25d854fd4" height="1" width="1" alt="">',
  ],
  [
    "SendGrid",
    "https://u28952547.ct.sendgrid.net/ls/click?upn=u001.fAlNz2wQoF3qe7QbFAYjVGkZZX2v-2BmQ-3D-3D_x",
    false,
    '<img src="https://u28952547.ct.sendgrid.net/wf/open?upn=u001.fAlNz2wQoF3qe7" alt="" width="1" height="1" border="0" style="height:1px !important;width:1px !important;border-width:0 !important"/>',
  ],
  [
    "SendGrid under a name of the shop's own",
    `https://links.shop.example/ss/c/u001.${token}/4gm/h1`,
    false,
    `<img src="https://links.shop.example/ss/o/u001.${token}/4gm/o.gif" alt="">`,
  ],
  [
    "Mailgun that says where it leads",
    `https://email.mg.shop.example/c/${mailgun}`,
    true,
    `<img width="1px" height="1px" alt="" src="https://email.mg.shop.example/o/${mailgun}">`,
  ],
  [
    "Mailgun that does not",
    "https://email.mg.shop.example/c/eJwVjssKwjAURL-mWYab3DyaRRYqFBT8AHdp7k0b6UP",
    false,
    '<img width="1px" height="1px" alt="" src="https://email.mg.shop.example/o/eJwVjssKwjAURL-mWYab3DyaRR">',
  ],
  [
    "Postmark",
    `https://click.pstmrk.it/3s/${encodeURIComponent("shop.example/new?size=42&colour=red")}/I54/omO0AQ/AQ/${uuid}/5/iK88tSr3VM`,
    true,
    '<img src="https://ea.pstmrk.it/open/v3_WHNBuGW6DmunNak62v9V8Tf3HVAGuIV" width="1" height="1" border="0" alt="" />',
  ],
  [
    "Postmark under a name of the shop's own",
    `https://links.shop.example/3s/${encodeURIComponent("shop.example/new?size=42&colour=red")}/I54/omO0AQ/AQ/${uuid}/5/iK88tSr3VM`,
    true,
    '<img src="https://ea.pstmrk.it/open?m=v3_1.AAAAAAAAAAAAAAAAAAAAAA.mOFq" alt="" />',
  ],
  [
    "Amazon SES",
    `https://q4x1.r.eu-west-1.awstrack.me/L0/${encoded.replaceAll("%3A", ":")}/1/0102019d5c0b6723-e8e49d30-2950-000000/Z5o0H75g2TGy=451`,
    true,
    '<img alt="" src="https://q4x1.r.eu-west-1.awstrack.me/I0/0102019d5c0b6723-e8e49d30-000000/6JZDy1qSQQ=178" style="display: none; width: 1px; height: 1px;">',
  ],
  [
    "Amazon SES under a name of the shop's own",
    `https://click.shop.example/CL0/${encoded.replaceAll("%3A", ":")}/1/0102019d5c0b6723-e8e49d30-2950-000000/Z5o0H75g2TGy=451`,
    true,
    '<img alt="" src="https://click.shop.example/CI0/0102019d5c0b6723-e8e49d30-2950-000000/6JZDy1qSQQ=178">',
  ],
  [
    "Brevo",
    "https://xnqj.r.bh.d.sendibt3.com/tr/cl/pCvL0ZkH4bXw1Y_Bkt9QmS2Rz",
    false,
    '<img width="1" height="1" src="https://r.mail.shop.example/mk/op/sh/SMJz09hnzmooCAimqCECONYHZrST/PcDfKctxrceQ" />',
  ],
  [
    "Klaviyo",
    "https://ctrk.klclick1.com/l/01HGZ8J3K5W7N9PQRSTVWXYZ01_0",
    false,
    '<img alt="" width="1" height="1" src="https://ctrk.klclick.com/o/01HGZ8J3K5W7N9PQRSTVWXYZ01">',
  ],
  [
    "HubSpot",
    "https://d2v8tf04.na1.hubspotlinks.com/Ctc/5F+113/d2v8tf04/VVVTlJ4bY6sjW7b422k42-s6m",
    false,
    '<img src="https://d2v8tf04.na1.hubspotlinks.com/Cto/5F+113/d2v8tf04/R5R8b46WdN5Xy" alt="" width="1" height="1" border="0" style="display:none!important; min-height:1px!important; width:1px!important">',
  ],
  [
    "MailPoet",
    "https://shop.example/?mailpoet_router&endpoint=track&action=click&data=WyIyMjIwIiwiZDE0Zjc3IiwiMTA4Il0",
    false,
    '<img alt="" class="" src="https://shop.example/?mailpoet_router&endpoint=track&action=open&data=WyIyMjIwIl0"/>',
  ],
  [
    "phpList",
    "https://lists.shop.example/lt.php?tid=fx5QAgBSBV4ITQFQUw1OAFQIVw",
    false,
    '<img src="https://lists.shop.example/ut.php?u=0a1b2c3d4e5f&amp;m=7" width="1" height="1" border="0" alt="" />',
  ],
  [
    "Sendy",
    "https://sendy.shop.example/l/Yt892HnS7ZHR1yfJ6nvKrXXA/hqqXhsY8927gnw0uE0AnWhFQ/Bv8k92ZMu763S0bR",
    false,
    '<img src="https://sendy.shop.example/t/Bv8k92ZMu763S0bR/Yt892HnS7ZHR1yfJ6nvKrXXA" alt="" style="width:1px;height:1px;"/>',
  ],
  [
    "ActiveCampaign",
    `https://shop.lt.acemlnb.com/Prod/link-tracker?redirectUrl=${encodeURIComponent(Buffer.from(encoded).toString("base64"))}&sig=BzYepxt3Y2C&iat=1712401541&a=%7C%7C254557789%7C%7C&account=shop%2Eactivehosted%2Ecom&email=I7OHyI8S&s=0ad9&i=1A2A3A4`,
    true,
    '<img src="https://shop.activehosted.com/lt.php?nl=1&c=12&m=13&s=7d0f&l=open" width="1" height="1" alt="" />',
  ],
  [
    "ActiveCampaign, its older links",
    "https://shop.acemlna.com/lt.php?x=3DZy~GE6I3uaBpF3-e_3gOeQ5tSk2e",
    false,
    '<img src="https://shop.acemlna.com/lt.php?x=3DZy~GE6I3uaBp&l=open" alt="" />',
  ],
  [
    "The Newsletter Plugin",
    `https://shop.example/?nltr=${newsletter}`,
    true,
    '<img width="1" height="1" alt="" src="https://shop.example/?noti=NzsyMzsxMjM0NTY%3D">',
  ],
  [
    "FluentCRM",
    "https://shop.example/?ns_url=1zy&mid=9916343",
    false,
    '<img src="https://shop.example/?fluentcrm=1&route=open&_e_hash=f6c0ab1d" alt="" />',
  ],
  [
    "Constant Contact",
    "https://9vn5xrabb.cc.rs6.net/tn.jsp?f=001oDSpNYE6&c=QNKdXk&ch=b13Q",
    false,
    '<img src="https://9vn5xrabb.cc.rs6.net/on.jsp?ca=e8bb1958&a=1134466905786" alt="">',
  ],
  [
    "Campaign Monitor",
    "https://shop.cmail20.com/t/d-l-sukldjt-jljyltd-r/",
    false,
    '<img src="https://shop.cmail20.com/t/d-o-sukldjt-jljyltd/o.gif" width="1" height="1" border="0" alt="">',
  ],
  [
    "Mailjet",
    `https://xk2p.mjt.lu/lnk/AUoAAFz${token}/2/T8Qc1mWv/${base64url(target)}`,
    true,
    `<img src="https://xk2p.mjt.lu/oo/AUoAAFz${token}/T8Qc1mWv/e.gif" height="1" width="1" alt="" border="0">`,
  ],
  [
    "a tool that is not known",
    `https://go.shop.example/c/click?person=42&to=${encoded}`,
    true,
    '<img src="https://go.shop.example/x.gif?person=42" width="1" height="1" alt="">',
  ],
  [
    "another, with its target in base64",
    `https://track.shop.example/r?u=${base64url(target)}`,
    true,
    '<img src="https://track.shop.example/track/open?person=42">',
  ],
];

type Encoding = "7bit" | "quoted-printable" | "base64";

/** As a tool sends it: a text, and HTML with a picture that is to stay. */
function mailWith(
  html: string,
  text = "Hola, mira: https://shop.example/new?utm_source=news\n",
  encoding: Encoding = "quoted-printable",
): Promise<Buffer> {
  return new MailComposer({
    from: "news@shop.example",
    to: "ana@example.com",
    subject: "Zapatos nuevos ñ",
    text,
    html,
    textEncoding: encoding === "base64" ? "base64" : "quoted-printable",
    newline: "\r\n",
  })
    .compile()
    .build();
}

const page = (link: string, pixel: string) =>
  `<!doctype html>\r\n<html><head><title>Ñandú</title><style>p { color: #123; background: url(https://shop.example/bg.png) }</style></head>\r\n<body><p>Querida Ana — 20 € menos</p>\r\n<p><a style="color:#06c" href="${link}" target="_blank">Zapatos</a></p>\r\n<img src="https://shop.example/photo.jpg" width="600" height="400" alt="Zapato">\r\n${pixel}\r\n</body></html>\r\n`;
const escaped = (address: string) => address.replaceAll("&", "&amp;");

async function htmlOf(raw: Buffer): Promise<string> {
  const { html } = await simpleParser(raw);
  return html || "";
}

describe.each(["quoted-printable", "base64"] as const)("in %s", (encoding) => {
  test.each(tools)("%s follows nobody any more, and all else stays", async (_, link, opens, pixel) => {
    const mail = await mailWith(page(escaped(link), pixel), undefined, encoding);
    const { raw, pixels, links, stuck } = await unfollow(mail);
    expect({ pixels, links, stuck }).toEqual({
      pixels: 1,
      links: opens ? 1 : 0,
      stuck: opens ? [] : [new URL(link).host],
    });
    expect(await htmlOf(raw)).toBe(await htmlOf(await mailWith(page(escaped(opens ? target : link), ""))));
    expect((await simpleParser(raw)).text).toBe((await simpleParser(mail)).text);
  });
});

test.each(tools.filter(([, , opens]) => opens))("%s in a text", async (_, link) => {
  const text = `Zapatos nuevos (${link}).\nOtra línea.\n`;
  const { raw, links, stuck } = await unfollow(await mailWith("<p>Hola</p>", text));
  expect({ links, stuck }).toEqual({ links: 1, stuck: [] });
  expect((await simpleParser(raw)).text).toBe(`Zapatos nuevos (${target}).\nOtra línea.\n`);
});

test.each(tools.filter(([, , opens]) => !opens))("%s in a text is told of", async (_, link) => {
  const mail = await mailWith("<p>Hola</p>", `Zapatos: ${link}\n`);
  expect(await unfollow(mail)).toEqual({ raw: mail, pixels: 0, links: 0, stuck: [new URL(link).host] });
});

/** A mail of one part, exactly so. */
const bare = (type: string, body: string, encoding = "8bit") =>
  Buffer.from(
    `From: news@shop.example\r\nTo: ana@example.com\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`,
    "latin1",
  );
const html = (body: string) => bare("text/html; charset=iso-8859-1", body);
const bodyOf = (raw: Buffer) => raw.toString("latin1").split("\r\n\r\n").slice(1).join("\r\n\r\n");
const hidden = "https://shop.example/a.png?person=42";

describe("an image that nobody sees is cut out", () => {
  test.each([
    ["of one point", `<img src="${hidden}" width="1" height="1">`],
    ["of no height", `<img src='${hidden}' height=0>`],
    ["of one point by its style", `<img src="${hidden}" style="border:0; Width: 1px !important">`],
    ["with no room for it", `<img src="${hidden}" style="max-height:0">`],
    ["that is not displayed", `<IMG SRC="${hidden}" STYLE="display:none !important">`],
    ["that is not visible", `<img src="${hidden}" style="visibility: hidden"/>`],
    ["that is clear as air", `<img src="${hidden}" style="opacity:0.0">`],
    ["beside the page", `<img src="${hidden}" style="position:absolute; left:-9999px">`],
    ["that is hidden", `<img hidden src="${hidden}">`],
    ["whose address has no scheme", '<img src="//shop.example/a.png?person=42" width="1" height="1">'],
    ["whose address is set in entities", '<img src="https&#58;&#x2F;/shop.example/a.png" width="1">'],
    ["by several sources", `<img srcset="${hidden} 1x, ${hidden}&amp;x=2 2x" width="1">`],
    ["that is a button", `<input type="image" src="${hidden}" width="1" height="1">`],
  ])("%s", async (_, image) => {
    const { raw, pixels, links, stuck } = await unfollow(html(`<p>é</p>${image}<p>b</p>`));
    expect({ pixels, links, stuck }).toEqual({ pixels: 1, links: 0, stuck: [] });
    expect(bodyOf(raw)).toBe("<p>é</p><p>b</p>");
  });

  test("only to Outlook as well", async () => {
    const { raw, pixels, links } = await unfollow(
      html(
        `<!--[if mso]><img width=1 src="${hidden}"><v:roundrect href="https://go.shop.example/click?to=${encoded}" arcsize="10%"><![endif]--><!--[if !mso]><!--><b>a</b><!--<![endif]-->`,
      ),
    );
    expect({ pixels, links }).toEqual({ pixels: 1, links: 1 });
    expect(bodyOf(raw)).toBe(
      `<!--[if mso]><v:roundrect href="${escaped(target)}" arcsize="10%"><![endif]--><!--[if !mso]><!--><b>a</b><!--<![endif]-->`,
    );
  });

  test("and where a background, a style sheet or a film does the same, its address is", async () => {
    const open = "https://mandrillapp.com/track/open.php?u=1&amp;id=2";
    const { raw, pixels } = await unfollow(
      html(
        `<style>p { background: url('${open}') }</style><table background="${open}" width="600"><td background="${hidden}" height="1"><div style="color:red;background:url(&quot;${open}&quot;) no-repeat">a</div><video poster="${open}" controls></video><link rel="stylesheet" href="${open}">`,
      ),
    );
    expect(pixels).toBe(6);
    expect(bodyOf(raw)).toBe(
      '<style>p { background:  }</style><table  width="600"><td  height="1"><div style="color:red;background: no-repeat">a</div><video  controls></video><link rel="stylesheet" >',
    );
  });
});

test.each([
  ["a picture", '<img src="https://shop.example/a.png" width="600" height="3">'],
  [
    "a picture as wide as the page",
    '<img src="https://shop.example/a.png" width="100%" style="line-height:1px; min-width:0">',
  ],
  ["a picture in the mail", '<img src="cid:a@shop.example" width="1" height="1">'],
  ["a picture in the address", '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="1" height="1">'],
  [
    "a link for statistics that name nobody",
    '<a href="https://shop.example/new?utm_source=news&utm_campaign=a">a</a>',
  ],
  [
    "a link that counts and knows nobody",
    `<a href="https://lists.shop.example/link/${uuid}/${uuid}/${nobody}">a</a>`,
  ],
  ["the way out", '<a href="https://shop.us9.list-manage.com/unsubscribe?u=e949&id=6085&e=626d">a</a>'],
  ["a way out that sends on", `<a href="https://track.shop.example/unsubscribe?then=${encoded}">a</a>`],
  ["a sign-in", `<a href="https://shop.example/login/redirect?to=${encoded}">a</a>`],
  ["where a parcel is", '<a href="https://track.parcel.example/track/00340434161094042557">a</a>'],
  ["a word to a colleague", '<a href="mailto:help@shop.example?subject=click">a</a>'],
  ["a shop that is called so", '<a href="https://tracks-and-clicks.example/new?see=https">a</a>'],
  ["an address that is none", '<a href="https://[::/click?to=https://">a</a>'],
])("%s is left as it is", async (_, body) => {
  const mail = html(`<p>${body}</p>`);
  const found = await unfollow(mail);
  expect(found).toEqual({ raw: mail, pixels: 0, links: 0, stuck: [] });
  expect(found.raw).toBe(mail);
});

describe("a link", () => {
  const follow = async (link: string) => {
    const { raw, links, stuck } = await unfollow(html(`<a href="${escaped(link)}">a</a>`));
    const [, href = ""] = /href="([^"]*)"/.exec(bodyOf(raw)) ?? [];
    return { href: href.replaceAll("&amp;", "&"), links, stuck };
  };

  test("that several tools have wrapped leads to what they wrapped", async () => {
    const link = `https://go.shop.example/click?to=${encodeURIComponent(`https://q.r.eu-west-1.awstrack.me/L0/${encoded}/1/a/b=1`)}`;
    expect(await follow(link)).toEqual({ href: target, links: 1, stuck: [] });
  });

  test("to another whose target is not in it is stuck, and named by the one that is pressed", async () => {
    const link = `https://go.shop.example/click?to=${encodeURIComponent("https://x.list-manage.com/track/click?u=1&id=2")}`;
    expect(await follow(link)).toEqual({ href: link, links: 0, stuck: ["go.shop.example"] });
  });

  test("wrapped in itself without end is stuck", async () => {
    let link = target;
    for (let layer = 0; layer < 7; layer += 1)
      link = `https://go.shop.example/click?to=${encodeURIComponent(link)}`;
    expect(await follow(link)).toMatchObject({ href: link, stuck: ["go.shop.example"] });
  });

  test("to a word or a page beyond ASCII is written in ASCII", async () => {
    const link = `https://go.shop.example/click?to=${encodeURIComponent("https://ñandú.example/año nuevo?q=\"'<")}`;
    expect(await follow(link)).toMatchObject({
      href: "https://xn--and-6ma2c.example/a%C3%B1o%20nuevo?q=%22%27%3C",
      links: 1,
    });
  });

  test.each(["javascript:alert(1)", "file:///etc/passwd", "https://", "shop.example"])(
    "is not made to lead to `%s`",
    async (elsewhere) => {
      const link = `https://go.shop.example/click?to=${encodeURIComponent(elsewhere)}`;
      expect(await follow(link)).toMatchObject({ href: link, links: 0 });
    },
  );

  test("that is relative is seen from the page's base", async () => {
    const { raw, links } = await unfollow(
      html(`<base href="https://go.shop.example/"><a href=click?to=${encoded}>a</a>`),
    );
    expect(links).toBe(1);
    expect(bodyOf(raw)).toBe(`<base href="https://go.shop.example/"><a href=${escaped(target)}>a</a>`);
  });
});

const pixel = `<img src="${hidden}" width="1" height="1">`;

describe("what is in parts", () => {
  const nested = (inner: string) =>
    `From: news@shop.example\r\nContent-Type: multipart/mixed; boundary=out\r\n\r\npreamble\r\n--out\r\n${inner}\r\n--out--\r\nepilogue\r\n`;
  const part = (type: string, body: string, more = "") => `Content-Type: ${type}\r\n${more}\r\n${body}`;

  test("is changed there and nowhere else, to the byte", async () => {
    const around = (middle: string) =>
      Buffer.from(
        nested(
          `Content-Type: multipart/alternative; boundary="in ner"\r\n\r\n--in ner\r\n${part("text/plain", "Hola\t\r\n ")}\r\n--in ner  \r\n${part("text/html", middle)}\r\n--in ner--\r\n\r\n--out\r\n${part("image/png", "\x89PNG\r\n\x00")}`,
        ),
        "latin1",
      );
    const { raw, pixels } = await unfollow(around(`<p>a</p>${pixel}`));
    expect(pixels).toBe(1);
    expect(raw.equals(around("<p>a</p>"))).toBe(true);
  });

  test.each([
    ["a mail in a mail", part("message/rfc822", `Content-Type: text/html\r\n\r\n${pixel}`)],
    ["a file", part("text/html", pixel, "Content-Disposition: attachment; filename=a.html\r\n")],
    ["what is no HTML", part("application/octet-stream", pixel)],
  ])("that are %s is left alone", async (_, inner) => {
    const mail = Buffer.from(nested(inner));
    expect(await unfollow(mail)).toEqual({ raw: mail, pixels: 0, links: 0, stuck: [] });
  });

  test("under a signature is told of and left as it was signed", async () => {
    const mail = Buffer.from(
      nested(
        `Content-Type: multipart/signed; boundary=sig; protocol="application/pgp-signature"\r\n\r\n--sig\r\n${part("text/html", `<a href="https://go.shop.example/click?to=${encoded}">a</a>${pixel}`)}\r\n--sig\r\n${part("application/pgp-signature", "x")}\r\n--sig--`,
      ),
    );
    const found = await unfollow(mail);
    expect(found).toEqual({ raw: mail, pixels: 0, links: 0, stuck: ["go.shop.example", "shop.example"] });
    expect(found.raw).toBe(mail);
  });
});

describe("in quoted-printable", () => {
  const coded = (body: string) => bare("text/html; charset=utf-8", body, "quoted-printable");

  test("what stays is written as it was, and no line grows long", async () => {
    const { raw } = await unfollow(
      coded(
        `<p>=C3=91and=c3=ba  </p>=20\r\n<a href=3D"https://go.shop.example/c/click?person=3D42&amp;to=3Dhttps%3A%2F%2Fs=\r\nhop.example%2Fnew%3Fa%3D1">Zapatos y m=\r\n=C3=A1s</a> ${pixel.replaceAll("=", "=3D")}\r\n=0Afin=`,
      ),
    );
    expect(bodyOf(raw)).toBe(
      '<p>=C3=91and=c3=ba  </p>=20\r\n<a href=3D"=\r\nhttps://shop.example/new?a=3D1=\r\n">Zapatos y m=\r\n=C3=A1s</a> =\r\n\r\n=0Afin=',
    );
  });

  test("an address that is broken over lines is found whole", async () => {
    const body = `<a href=3D"https://go.shop.example/cl=\r\nick?to=3D${encoded.replace("%2F%2F", "%2=\r\nF%2F")}">a</a>`;
    expect(await unfollow(coded(body))).toMatchObject({ links: 1 });
  });
});

describe("what cannot be read is not guessed at", () => {
  const unreadable = { code: "mail-unreadable" };
  const utf16 = Buffer.from(pixel, "utf16le").toString("latin1");

  test.each([
    ["HTML in UTF-16", bare("text/html; charset=UTF-16LE", utf16, "binary")],
    ["HTML that is UTF-16 and says nothing of it", bare("text/html", utf16, "binary")],
    ["HTML in UTF-7", bare("text/html; charset=utf-7", "+ADw-img+AD4-")],
    ["HTML whose letters shift", bare("text/html; charset=ISO-2022-JP", "\x1b$B<img\x1b(B")],
    ["HTML in an unknown transfer encoding", bare("text/html", "begin 644", "x-uuencode")],
    [
      "parts within parts within parts",
      Buffer.from(
        `html\r\n${Array.from({ length: 25 }, (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}x\r\n\r\n--b${depth}x\r\n`).join("")}Content-Type: text/html\r\n\r\n${pixel}`.slice(
          6,
        ),
      ),
    ],
    [
      "very many parts",
      Buffer.from(
        `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\nContent-Type: text/html\r\n\r\na\r\n".repeat(600)}--b--\r\n`,
      ),
    ],
    [
      "a header without end",
      Buffer.from(`Content-Type: text/html\r\nX-A: ${"a".repeat(70_000)}\r\n\r\n${pixel}`),
    ],
    [
      "a header of very many lines",
      Buffer.from(`Content-Type: text/html\r\n${"X:\r\n".repeat(5_000)}\r\n${pixel}`),
    ],
  ])("%s", async (_, mail) => {
    await expect(unfollow(mail)).rejects.toMatchObject(unreadable);
  });

  test("a text in a Japanese charset is read, whose addresses are in ASCII", async () => {
    const mail = bare(
      "text/plain; charset=iso-2022-jp",
      `\x1b$B$3$s\x1b(B https://go.shop.example/click?to=${encoded}\r\n`,
      "7bit",
    );
    expect(await unfollow(mail)).toMatchObject({ links: 1 });
  });
});

describe("for any mail", () => {
  const words = fc.constantFrom(
    "Hola",
    " ",
    "ñ€",
    "=",
    "\r\n",
    "<p>",
    "</p>",
    "<b a=1>",
    "<!--",
    "-->",
    "<!--[if mso]>",
    "<![endif]-->",
    "<style>",
    "</style>",
    "<title>",
    '"',
    "'",
    "&amp;",
    "&",
    "<",
    ">",
    ".",
    "--b",
    "url(",
  );
  const ordinary = fc.constantFrom(
    '<a href="https://shop.example/new?utm_source=a&amp;b=1">a</a>',
    "<img src='https://shop.example/a.png' width=600 height=9>",
    "https://shop.example/a, ",
  );
  const following = fc.constantFrom(
    pixel,
    ...tools.map(([, link]) => `<a class=x href='${escaped(link)}' >a</a>`),
    ...tools.map(([, , , image]) => image),
  );
  const text = (piece: fc.Arbitrary<string>) =>
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
  const encodings = fc.constantFrom<Encoding>("quoted-printable", "base64");

  test("that follows nobody nothing is changed, and the very same buffer comes back", async () => {
    await fc.assert(
      fc.asyncProperty(
        text(fc.oneof(words, ordinary)),
        text(fc.oneof(words, fc.constant("https://shop.example/a "))),
        encodings,
        async (body, plain, encoding) => {
          const mail = await mailWith(body, plain, encoding);
          const found = await unfollow(mail);
          expect(found).toEqual({ raw: mail, pixels: 0, links: 0, stuck: [] });
          expect(found.raw).toBe(mail);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("doing it twice does nothing more", async () => {
    await fc.assert(
      fc.asyncProperty(text(fc.oneof(words, ordinary, following)), encodings, async (body, encoding) => {
        const once = await unfollow(await mailWith(body, body, encoding));
        const twice = await unfollow(once.raw);
        expect({ pixels: twice.pixels, links: twice.links }).toEqual({ pixels: 0, links: 0 });
        expect(twice.stuck).toEqual(once.stuck);
        expect(twice.raw).toBe(once.raw);
      }),
      { numRuns: 150 },
    );
  });

  test("only what follows is cut, and everything around it is decoded as before", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom("<p>ñ ", "a  \r\n", "= ", "€</p>", "x".repeat(90)), fc.boolean())),
        encodings,
        async (pieces, encoding) => {
          const made = (cut: string) => pieces.map(([piece, has]) => piece + (has ? cut : "")).join("");
          const { raw } = await unfollow(await mailWith(made(pixel), "a", encoding));
          expect(await htmlOf(raw)).toBe(await htmlOf(await mailWith(made(""), "a", encoding)));
        },
      ),
      { numRuns: 150 },
    );
  });

  test("in parts of any shape, not a byte is changed but those that are cut", async () => {
    const scraps = fc.constantFrom(
      pixel,
      pixel,
      "\r\n--b\r\n",
      "\r\n--b--\r\n",
      "\r\n--c\r\n",
      "--b",
      "\r\n",
      "\r\n\r\n",
      "\n",
      " ",
      "Content-Type: text/html\r\n\r\n",
      "Content-Type: text/html\r\n",
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
      "Content-Type: multipart/mixed; boundary=c\r\n\r\n",
      "X-A: 1\r\n",
      "<p>\xe9</p>",
    );
    const without = (mail: Buffer) => mail.toString("latin1").replaceAll(pixel, "");
    let cut = 0;
    await fc.assert(
      fc.asyncProperty(text(scraps), async (chance) => {
        const mail = Buffer.from(
          `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${chance}`,
          "latin1",
        );
        const found = await unfollow(mail);
        cut += found.pixels;
        expect(without(found.raw)).toBe(without(mail));
      }),
      { numRuns: Number(process.env.LICET_RUNS ?? 500) },
    );
    expect(cut).toBeGreaterThan(0);
  });

  test("of chance bytes, it ends with the mail or with `mail-unreadable`", async () => {
    const scraps = fc.oneof(
      words,
      following,
      fc.constantFrom(
        "\r\n\r\n",
        "--b\r\n",
        "--b--\r\n",
        "\n",
        "\r",
        "\0",
        "Content-Type: text/html\r\n",
        "html",
        "Content-Type: multipart/mixed; boundary=b\r\n",
        "Content-Type: multipart/signed; boundary=b\r\n",
        "Content-Transfer-Encoding: base64\r\n",
        "Content-Transfer-Encoding: quoted-printable\r\n",
        "=\r\n",
        "=3D",
        "=3",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(text(scraps), async (chance) => {
        const mail = Buffer.from(chance, "latin1");
        const found = await unfollow(mail).catch((error) => {
          expect(error).toMatchObject({ code: "mail-unreadable" });
          return null;
        });
        if (found !== null && found.pixels + found.links === 0) expect(found.raw).toBe(mail);
      }),
      { numRuns: 1000 },
    );
  });
});

test("what a hostile mail costs grows with its size and not faster", async () => {
  const costly = [
    (size: number) => "<!--[if mso]>".repeat(size / 13),
    (size: number) => `<a ${"a ".repeat(size / 2)}href=x>`,
    (size: number) => `<img style="${" ".repeat(size)}!important">`,
    (size: number) => `<p style="${"url(".repeat(size / 4)}">`,
    (size: number) => `<style>${"url('".repeat(size / 5)}</style>`,
    (size: number) =>
      `<a href="https://shop.example/${"?mailpoet_router&endpoint=track&".repeat(size / 32)}">`,
    (size: number) => `<img srcset="${"https://shop.example/a,".repeat(size / 23)}">`,
    (size: number) => `https://shop.example/${")".repeat(size)}x`,
    (size: number) => `<${"a".repeat(size)}`,
    (size: number) => "<a href='".repeat(size / 9),
    (size: number) => "<".repeat(size),
  ];
  for (const body of costly)
    for (const mail of [html(body(300_000)), bare("text/html", body(300_000), "quoted-printable")])
      await unfollow(mail);
}, 20_000);
