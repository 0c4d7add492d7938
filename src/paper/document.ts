// A document on paper: what it says and in which order, with no word on how it looks. `render.ts` makes a PDF of it.
//
//   const bytes = await renderPdf(
//     {
//       title: "Receipt of consent", language: "en", organisation: "Lunaria Calzados, S.L.",
//       blocks: [
//         { kind: "heading", text: "What you were shown" },
//         { kind: "quotation", text: clause.wording, language: "es" },
//         { kind: "rows", rows: [{ key: "Leaf", value: { mono: "9f86d081…" } }] },
//       ],
//     },
//     { createdAt },
//   );
//
// Strings are shown exactly: a line feed ends a line, a tab is drawn as a space, and a character that no font has, or that
// nobody could see, is drawn as its number, such as [U+202E]. Every sentence is the caller's; the renderer adds page
// numbers, and beside boxes whether they are ticked, in the document's language (`words.ts` has twelve; in any other
// language it draws the numbers and the box alone).

/** A piece of text; `mono` is for hashes and keys, drawn in a fixed width and broken anywhere. */
export type Text = string | { readonly mono: string };

export type Row = { readonly key: string; readonly value: Text };

export type Column = {
  readonly title: string;
  readonly align?: "left" | "right";
};

/** A box beside its wording. `ticked` is drawn as it was found; nothing here ticks a box by itself. */
export type Box = { readonly wording: string; readonly ticked: boolean };

/** `value` is what was typed; without one the field is drawn empty. */
export type Field = { readonly label: string; readonly value?: Text };

export type Block =
  /** Level 1 by default; the title of the document stands above it. */
  | { readonly kind: "heading"; readonly text: string; readonly level?: 1 | 2 }
  | { readonly kind: "paragraph"; readonly text: Text }
  | { readonly kind: "rows"; readonly rows: readonly Row[] }
  /** Each row has one cell a column; the titles are repeated on every page. */
  | {
      readonly kind: "table";
      readonly caption?: string;
      readonly columns: readonly Column[];
      readonly rows: Iterable<readonly Text[]>;
    }
  /** The exact words that somebody saw; `language` is theirs where it is not the document's. */
  | {
      readonly kind: "quotation";
      readonly text: string;
      readonly source?: string;
      readonly language?: string;
    }
  /** A form as it was rendered: fields, boxes, and the first layer of the notice. */
  | {
      readonly kind: "form";
      /** Above the frame, in the language of the document; it stays with the form. */
      readonly heading?: string;
      readonly title?: string;
      readonly intro?: string;
      readonly language?: string;
      readonly fields: readonly Field[];
      readonly boxes: readonly Box[];
      readonly notice?: { readonly title?: string; readonly rows: readonly Row[] };
    }
  | { readonly kind: "list"; readonly items: readonly Text[]; readonly numbered?: boolean }
  /** Set apart: what the reader must know about the rest. */
  | { readonly kind: "note"; readonly text: string };

export type PaperDocument = {
  readonly title: string;
  /** One sentence or date below the title. */
  readonly subtitle?: string;
  /** BCP 47, such as `ca` or `de-AT`. */
  readonly language: string;
  /** Who answers for the document: above the title, in the footer, and as its author. */
  readonly organisation?: string;
  /** Beside the page number; `organisation` where it is left out. */
  readonly footer?: string;
  readonly blocks: Iterable<Block>;
};
