// Cuts a text of separated values into its records, in constant memory however long one is, and keeps each as it stood.

/** One record, without its line end. */
export interface RawRecord {
  readonly text: string;
  /** Lines from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly fault: "too-long" | "unclosed" | null;
}

/**
 * The records of RFC 4180: a line end inside of quotes ends none. A quote opens only where a cell begins.
 *
 * Of a record that is too long only the beginning is kept. Lines end in LF or CRLF.
 *
 * @param separator - one character.
 */
export async function* splitRecords(
  texts: AsyncIterable<string>,
  separator: string,
  longestChars: number,
): AsyncGenerator<readonly RawRecord[]> {
  const cutter = new Cutter(separator, longestChars);
  for await (const text of texts) {
    const records = cutter.add(text);
    if (records.length > 0) yield records;
  }
  const last = cutter.end();
  if (last !== null) yield [last];
}

class Cutter {
  /** What is not handed out yet; the record begins at `#start`, and is read up to `#at`. */
  #rest = "";
  #start = 0;
  #at = 0;
  #quoting = false;
  /** The beginning of a record that is too long. */
  #head: string | null = null;
  #firstLine = 1;
  #line = 1;
  /** Where the next quote was found, so that a text without any is searched once. */
  #quote = -1;
  readonly #separator: string;
  readonly #longest: number;

  constructor(separator: string, longest: number) {
    this.#separator = separator;
    this.#longest = longest;
  }

  add(text: string): readonly RawRecord[] {
    this.#rest += text;
    this.#quote = -1;
    const records: RawRecord[] = [];
    while (this.#readsToEnd(false)) records.push(this.#take(null));
    if (this.#head === null && this.#rest.length - this.#start > this.#longest)
      this.#head = this.#rest.slice(this.#start, this.#start + this.#longest);
    // Of a record that is too long only the character before is needed: it tells whether a quote opens a cell.
    const from = this.#head === null ? this.#start : Math.max(this.#start, this.#at - 1);
    this.#rest = this.#rest.slice(from);
    this.#at -= from;
    this.#start = 0;
    return records;
  }

  end(): RawRecord | null {
    this.#quote = -1;
    this.#readsToEnd(true);
    if (this.#rest === "" && this.#head === null) return null;
    return this.#take(this.#quoting ? "unclosed" : null);
  }

  #take(fault: RawRecord["fault"]): RawRecord {
    const tooLong = this.#head !== null || this.#at - this.#start > this.#longest;
    const text = this.#head ?? this.#rest.slice(this.#start, Math.min(this.#at, this.#start + this.#longest));
    const record: RawRecord = {
      text: text.endsWith("\r") ? text.slice(0, -1) : text,
      firstLine: this.#firstLine,
      lastLine: this.#line,
      fault: tooLong ? "too-long" : fault,
    };
    this.#at += 1;
    this.#start = this.#at;
    this.#quoting = false;
    this.#head = null;
    this.#line += 1;
    this.#firstLine = this.#line;
    return record;
  }

  /** Reads on, and answers whether it came to the end of a record, which is then at `#at`. */
  #readsToEnd(last: boolean): boolean {
    const rest = this.#rest;
    while (this.#at < rest.length) {
      const quote = this.#nextQuote();
      if (!this.#quoting) {
        const end = rest.indexOf("\n", this.#at);
        if (end !== -1 && end < quote) {
          this.#at = end;
          return true;
        }
        if (quote >= rest.length) break;
        this.#quoting = quote === this.#start || rest[quote - 1] === this.#separator;
        this.#at = quote + 1;
        continue;
      }
      for (
        let end = rest.indexOf("\n", this.#at);
        end !== -1 && end < quote;
        end = rest.indexOf("\n", end + 1)
      )
        this.#line += 1;
      this.#at = Math.min(quote, rest.length);
      // Whether it closes the cell or stands for itself is told by what follows.
      if (quote + 1 >= rest.length && !(last && quote < rest.length)) return false;
      this.#quoting = rest[quote + 1] === '"';
      this.#at = quote + (this.#quoting ? 2 : 1);
    }
    this.#at = rest.length;
    return false;
  }

  #nextQuote(): number {
    if (this.#quote < this.#at) {
      const found = this.#rest.indexOf('"', this.#at);
      this.#quote = found === -1 ? Number.POSITIVE_INFINITY : found;
    }
    return this.#quote;
  }
}
