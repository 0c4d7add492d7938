// Which mailboxes are the controller's own, by the address of its sender.
import { expect, test } from "vitest";
import { isOwnMailbox, isSharedDomain } from "./shared-domains.ts";

test.each([
  ["bounces@lunaria.example", "hola@lunaria.example", true],
  ["bounces@LUNARIA.example", "hola@lunaria.example", true],
  ["hola@xn--mnchen-3ya.example", "info@münchen.example", true],
  ["hola@mail.lunaria.example", "hola@lunaria.example", false],
  ["somebody@gmail.com", "lunaria@gmail.com", false],
  ["Lunaria@Gmail.com", "lunaria@gmail.com", true],
  ["lunaria@googlemail.com", "lunaria@gmail.com", false],
])("whether `%s` is that of whoever sends as `%s`: %s", (address, sender, own) => {
  expect(isOwnMailbox(address, sender)).toBe(own);
});

test("each large provider's domains, and those of smaller ones, are anybody's", () => {
  for (const domain of [
    "gmail.com",
    "gmx.de",
    "outlook.com",
    "web.de",
    "orange.fr",
    "libero.it",
    "proton.me",
  ])
    expect(isSharedDomain(domain), domain).toBe(true);
  expect(isSharedDomain("lunaria.example")).toBe(false);
});
