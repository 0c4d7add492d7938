// Which relays a campaign goes through, as its `post` names them.

/** The relays of `Campaign.post` and `PostOffice.name`: `host:port` each, or `mailbox` for the built-in one. */
export function relaysOf(post: string): readonly string[] {
  return post.split(", ");
}

/** Whether a campaign begun with these relays may go on with those: at least one is the same, so it is no other post office. */
export function goesThrough(campaignPost: string, post: string): boolean {
  const here = relaysOf(post);
  return relaysOf(campaignPost).some((relay) => here.includes(relay));
}
