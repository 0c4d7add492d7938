// What a page weighs: itself and all that a browser loads for it on a first visit.

/** In words. @throws where the page has a script, or is not a page. */
export async function weigh(server: string, path: string): Promise<string> {
  const answer = await fetch(`${server}${path}`);
  const page = await answer.text();
  if (!answer.ok || page.includes("<script")) throw new Error(`${path} is not as it should be`);
  // Of a page that loads nothing from elsewhere (its Content-Security-Policy) these are all.
  const loaded = new Set(
    [...page.matchAll(/(?:src|(?:stylesheet|icon)" href)="(\/[^"]+)"/g)].map(([, found]) => found),
  );
  let bytes = Buffer.byteLength(page);
  for (const part of loaded) bytes += (await (await fetch(`${server}${part}`)).arrayBuffer()).byteLength;
  return `${path.padEnd(24)} ${bytes.toLocaleString("en").padStart(7)} bytes in ${loaded.size + 1} files`;
}
