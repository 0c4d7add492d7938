// What an unknown file probably holds: proposed by names and values, in whichever of the usual languages.
import { expect, test } from "vitest";
import { proposeColumns } from "../../src/app/imports/propose.ts";
import { tableOf } from "./files.ts";

const proposed = async (text: string) =>
  Object.fromEntries((await proposeColumns(await tableOf(text))).map(({ column, field }) => [column, field]));

test("the column of addresses is the one that holds them, whatever it is called", async () => {
  expect(await proposed("E-Mail geprüft;Kontakt\nja;ana@example.com\nnein;leo@example.com\n")).toEqual({
    "E-Mail geprüft": null,
    Kontakt: "email",
  });
});

test("a name that speaks of a date is a date only where dates stand in the column", async () => {
  expect(
    await proposed("correo;alta;baja\nana@example.com;01.02.2025;sí\nleo@example.com;02.02.2025;\n"),
  ).toEqual({
    correo: "email",
    alta: "consentAt",
    baja: "stopped",
  });
  expect(await proposed("email,unsubscribed at,opt-in\na@example.com,2025-01-01,2024-01-01\n")).toEqual({
    email: "email",
    "unsubscribed at": "stoppedAt",
    "opt-in": "consentAt",
  });
});

test("examples and the few words of a column of states come along", async () => {
  const [, state] = await proposeColumns(
    await tableOf("email,status\na@example.com,active\nb@example.com,gone\n"),
  );
  expect(state).toEqual({
    column: "status",
    field: "state",
    examples: ["active", "gone"],
    words: ["active", "gone"],
  });
});
