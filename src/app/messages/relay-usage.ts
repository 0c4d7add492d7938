// What the store keeps of the limits of relays, so that neither a restart nor a second process forgets them.

export interface RelayUsage {
  /**
   * Takes up to `count` letters from what a relay may be given in one hour or day, and answers how many it got.
   *
   * @param span - the hour or the day, in UTC: `2026-11-29T02` or `2026-11-29`.
   * @param limit - how many letters the relay may be given in that span, in all processes.
   */
  take(relay: string, span: string, limit: number, count: number): Promise<number>;
}
