import { describe, expect, test } from "vitest";
import { formatInstant } from "../../../core/instant.ts";
import { latest, orderOf, readDate } from "./dates.ts";

const read = (text: string, order: "day-first" | "month-first" = "day-first", from1904 = false) => {
  const date = readDate(text, order, from1904);
  return date && formatInstant(date.at);
};

describe("a date is read as it is usually written", () => {
  test.each([
    ["2025-05-01", "2025-05-01T00:00:00.000Z"],
    ["2025-05-01 10:11:12", "2025-05-01T10:11:12.000Z"],
    ["2025-05-01T10:11:12.345+02:00", "2025-05-01T08:11:12.345Z"],
    ["2024-03-05 10:00:00.123456 +0000 UTC", "2024-03-05T10:00:00.123Z"],
    ["1.5.2025 09:30", "2025-05-01T09:30:00.000Z"],
    ["31/12/2024", "2024-12-31T00:00:00.000Z"],
    ["May 1, 2025 3:04 pm", "2025-05-01T15:04:00.000Z"],
    ["Thu, 1 May 2025 12:04 AM", "2025-05-01T00:04:00.000Z"],
    // An Excel serial: 45778 is 1 May 2025, and half a day is noon.
    ["45778", "2025-05-01T00:00:00.000Z"],
    ["45778.5", "2025-05-01T12:00:00.000Z"],
    ["1746057600", "2025-05-01T00:00:00.000Z"],
    ["1746057600000", "2025-05-01T00:00:00.000Z"],
  ])("%s", (text, expected) => expect(read(text)).toBe(expected));

  test("a workbook that counts from 1904 is four years and a day later", () => {
    expect(read("44316", "day-first", true)).toBe("2025-05-01T00:00:00.000Z");
  });

  test.each(["", "soon", "2025-02-30", "13/13/2025", "2025-05-01 25:00:00", "192.0.2.7", "17"])(
    "`%s` is none",
    (text) => expect(read(text)).toBeNull(),
  );
});

describe("which of day and month comes first", () => {
  test("is told by one value that allows one order alone", () => {
    expect(orderOf(["03/04/2024", "25/04/2024"])).toBe("day-first");
    expect(orderOf(["03/04/2024", "04/25/2024"])).toBe("month-first");
    expect(orderOf(["03.04.2024"])).toBe("day-first");
  });

  test("is never guessed where no value tells", () => {
    expect(orderOf(["03/04/2024", "05/06/2024"])).toBe("either");
    expect(orderOf(["25/04/2024", "04/25/2024"])).toBe("contradicting");
    expect(orderOf(["2024-04-03", "05/05/2024"])).toBe("none-needed");
  });

  test("a date in the other order is none", () => {
    expect(read("04/25/2024", "day-first")).toBeNull();
    expect(read("04/25/2024", "month-first")).toBe("2024-04-25T00:00:00.000Z");
  });
});

test("who left on a day left after whatever was done on it", () => {
  expect(formatInstant(latest(readDate("2025-05-01", "day-first")!))).toBe("2025-05-01T23:59:59.999Z");
  expect(formatInstant(latest(readDate("2025-05-01 10:00", "day-first")!))).toBe("2025-05-01T10:00:00.000Z");
});
