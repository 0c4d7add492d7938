import { describe, expect, test } from "vitest";
import type { Instant } from "../core/instant.ts";
import { composeSystemLetter } from "./compose.ts";
import { messageIdOf } from "./headers.ts";
import { readMail } from "./read-mail.ts";

const sender = { name: "Lunaria", address: "news@lunaria.example", replyTo: "help@lunaria.example" };
const letter = {
  sender,
  reversePath: "bounces@lunaria.example",
  to: "anna@example.com",
  date: 1_795_435_200_000 as Instant,
  messageId: messageIdOf("0192d3a0-0000-7000-8000-000000000001", sender.address),
  mail: { subject: "New shoes", html: "<p>Hi</p>", text: "Hi\n" },
};

async function headers(raw: Buffer): Promise<Map<string, string>> {
  return new Map((await readMail(raw)).headers);
}

describe("a system letter", () => {
  const system = (auto: "generated" | "replied") => {
    return composeSystemLetter({ ...letter, auto });
  };

  test("says that a machine wrote it (RFC 3834)", async () => {
    expect((await headers((await system("generated")).raw)).get("Auto-Submitted")).toBe("auto-generated");
    expect((await headers((await system("replied")).raw)).get("Auto-Submitted")).toBe("auto-replied");
  });

  test("is no list mail and has no footer of marketing", async () => {
    const { raw } = await system("generated");
    expect([...(await headers(raw)).keys()].filter((name) => name.startsWith("List-"))).toEqual([]);
    expect((await readMail(raw)).text).toBe("Hi\n");
  });
});
