import MailComposer from "nodemailer/lib/mail-composer";
import { describe, expect, test } from "vitest";
import {
  type Attachment,
  checkAttachments,
  contentTypeOf,
  encodedBytes,
  mediaTypeOf,
} from "./attachments.ts";

const file = (changed: Partial<Attachment> = {}): Attachment => ({
  name: "fair.pdf",
  type: "application/pdf",
  cid: null,
  bytes: Buffer.from("%PDF"),
  ...changed,
});

describe("a file is refused", () => {
  test.each([
    ["whose name would end the header", { name: "a\r\nBcc: eve@example.com" }, "control character"],
    ["whose name shows another ending than it has", { name: "invoice\u202efdp.exe" }, "control character"],
    ["whose name leads into a folder", { name: "../fair.pdf" }, "without a folder"],
    ["whose name leads into a folder of Windows", { name: "..\\fair.pdf" }, "without a folder"],
    ["without a name", { name: "" }, "needs a name"],
    ["whose name is a folder", { name: ".." }, "needs a name"],
    ["whose name is half a character", { name: "a\ud800.pdf" }, "needs a name"],
    ["whose name is endless", { name: `${"ñ".repeat(200)}.pdf` }, "longer than 255 bytes"],
    ["whose type is none", { type: "pdf" }, "its type"],
    ["whose type would end the header", { type: "text/plain\r\nX: y" }, "its type"],
    ["that would be a mail in the mail", { type: "message/rfc822" }, "its type"],
    ["that would be parts of the mail", { type: "multipart/mixed" }, "its type"],
    ["whose `cid` is no word", { cid: "a b" }, "its `cid`"],
  ])("%s", (_, changed, why) => {
    expect(() => checkAttachments([file(changed)], 1e6)).toThrow(why);
  });

  test("whose `cid` is that of another", () => {
    const two = [file({ cid: "logo" }), file({ name: "other.png", cid: "logo" })];
    expect(() => checkAttachments(two, 1e6)).toThrow("another file has the `cid` `logo` too");
  });
});

test("files are measured as they are sent, all together", () => {
  const three = [1, 2, 3].map(() => file({ bytes: Buffer.alloc(2_500_000) }));
  expect(() => checkAttachments(three, 10_000_000)).toThrow("10.3 MB as they are sent, and at most 10.0 MB");
  expect(() => checkAttachments(three.slice(1), 10_000_000)).not.toThrow();
});

test.each([0, 1, 2, 3, 56, 57, 58, 114, 1000])("what %i bytes are once they are encoded", async (length) => {
  const bytes = Buffer.alloc(length, "x");
  const raw = await new MailComposer({ text: "", attachments: [{ content: bytes }] }).compile().build();
  const body = raw.subarray(raw.indexOf("\r\n\r\n") + 4).toString();
  expect(encodedBytes(file({ bytes }))).toBe(
    Buffer.byteLength(body.replace(/(?:\r\n)*$/, length === 0 ? "" : "\r\n")),
  );
});

test("the type of a file follows from the ending of its name", () => {
  expect(mediaTypeOf("fair.pdf")).toBe("application/pdf");
  expect(mediaTypeOf("Shoe.PNG")).toBe("image/png");
  expect(mediaTypeOf("notes")).toBe("application/octet-stream");
  expect(mediaTypeOf("kept.eml")).toBe("application/octet-stream");
});

test("text says how it is written", () => {
  expect(contentTypeOf(file({ type: "text/csv", bytes: Buffer.from("niño") }))).toBe(
    "text/csv; charset=utf-8",
  );
  expect(contentTypeOf(file({ type: "text/csv", bytes: Buffer.from([0xf1]) }))).toBe("text/csv");
  expect(contentTypeOf(file())).toBe("application/pdf");
});
