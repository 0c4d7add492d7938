// How each exclusion list names an address, after what its keeper publishes.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { registerEntriesFor } from "./register-entry.ts";

const digest = (algorithm: string, text: string) => createHash(algorithm).update(text).digest("hex");
const hexOf = (...asked: Parameters<typeof registerEntriesFor>) =>
  registerEntriesFor(...asked).map((entry) => entry.toString("hex"));

describe("the name of an address in a list", () => {
  it("is in the ECG-Liste the SHA-1 of its lower case, and that of `@` and its domain", () => {
    expect(hexOf("ecg-sha1", "Karl.Testinger@Firma.example")).toEqual([
      digest("sha1", "karl.testinger@firma.example"),
      digest("sha1", "@firma.example"),
    ]);
  });

  it("is in the Lista Robinson the SHA-256 of the channel 02 and the address without other characters", () => {
    expect(hexOf("robinson", "Ana.O'Neil+x@Correo.example")).toContain(
      digest("sha256", "02ana.oneil+x@correo.example"),
    );
  });

  it("is looked for in every spelling that means the same", () => {
    const entries = hexOf("plain", "Jürgen@Bücher.example");
    expect(entries).toContain(digest("sha256", "jürgen@xn--bcher-kva.example"));
    expect(entries).toContain(digest("sha256", "jürgen@bücher.example"));
    expect(entries).toContain(digest("sha256", "@bücher.example"));
  });
});
