// Reads what Postfix asks of a policy server: lines of `name=value`, an empty line, and then the next request.

/** The attributes of one request, by their names as Postfix gives them; of what is known only as far as it was sent. */
export type PolicyRequest = ReadonlyMap<string, string>;

/** Octets of one line without its end: what Postfix itself reads (`line_length_limit`). */
export const mostLineOctets = 2_048;
/** Octets of one request; Postfix sends some 40 attributes. */
export const mostRequestOctets = 65_536;

/** What was sent is no request, and nothing more is to be read after it. */
export class PolicyFault extends Error {
  override readonly name = "PolicyFault";
}

const lineFeed = 0x0a;
const request = "smtpd_access_policy";

/**
 * One connection's requests, however its octets are cut into chunks. It holds at most one request that is not whole yet.
 *
 * Source: Postfix, SMTPD_POLICY_README, "Policy protocol".
 *
 * @example
 * const reader = new PolicyReader();
 * for (const asked of reader.read(chunk)) asked.get("recipient");
 */
export class PolicyReader {
  /** What came of a line that is not whole yet. */
  #rest: Buffer = Buffer.alloc(0);
  #attributes = new Map<string, string>();
  #octets = 0;

  /** Whether a request has begun and is not whole yet. */
  get isWaiting(): boolean {
    return this.#rest.length > 0 || this.#octets > 0;
  }

  /**
   * The requests that are whole with this chunk, in their order.
   *
   * @throws PolicyFault where a line or a request is too long, a line is no attribute or one that was there already, or the
   *   request is for something else than access. Those before it have been handed out.
   */
  *read(chunk: Buffer): Generator<PolicyRequest, void, undefined> {
    const octets = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let from = 0;
    for (
      let end = octets.indexOf(lineFeed, this.#rest.length);
      end >= 0;
      end = octets.indexOf(lineFeed, from)
    ) {
      this.#count(end - from + 1);
      const whole = this.#take(octets.toString("utf8", from, end), end - from);
      from = end + 1;
      if (whole !== null) yield whole;
    }
    const left = octets.length - from;
    if (left > mostLineOctets) throw new PolicyFault("a line is too long");
    // A copy: it must not keep a whole chunk in memory.
    this.#rest = Buffer.from(octets.subarray(from));
  }

  #count(octets: number): void {
    if (octets - 1 > mostLineOctets) throw new PolicyFault("a line is too long");
    this.#octets += octets;
    if (this.#octets > mostRequestOctets) throw new PolicyFault("a request is too long");
  }

  /** Null: the request goes on. */
  #take(line: string, octets: number): PolicyRequest | null {
    if (octets === 0) {
      const whole = this.#attributes;
      this.#attributes = new Map();
      this.#octets = 0;
      if (whole.get("request") !== request) throw new PolicyFault("it is no request for access");
      return whole;
    }
    const equals = line.indexOf("=");
    const name = line.slice(0, equals);
    if (equals < 1 || !/^[A-Za-z0-9_]+$/.test(name) || /[\0\r]/.test(line))
      throw new PolicyFault("a line is no attribute");
    if (this.#attributes.has(name)) throw new PolicyFault("an attribute is there twice");
    this.#attributes.set(name, line.slice(equals + 1));
    return null;
  }
}
