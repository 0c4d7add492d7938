// The images of a page: those that travel with the mail, and those that are files beside the template.

const images = /(<img\b[^>]*?(?<![\w-])src\s*=\s*)(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const shown = /\bcid:([^\s"'<>()]+)/gi;

/** The addresses that begin with no scheme and no host: each is a file beside the template, or a mistake. */
export function filesShownIn(html: string): readonly string[] {
  const addresses = [...html.matchAll(images)].map(([, , double, single, bare]) => double ?? single ?? bare);
  const files = addresses.filter((address) => address && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address));
  return [...new Set(files as string[])];
}

/** The `cid` of each part that the page shows. */
export function partsShownIn(html: string): readonly string[] {
  return [...new Set([...html.matchAll(shown)].map(([, cid]) => cid as string))];
}

/** Has the page show parts of the mail in place of files. `cids`: by the address as it stands in the page. */
export function showParts(html: string, cids: Readonly<Record<string, string>>): string {
  return html.replace(images, (whole, before: string, double?: string, single?: string, bare?: string) => {
    const address = double ?? single ?? bare ?? "";
    return Object.hasOwn(cids, address) ? `${before}"cid:${cids[address]}"` : whole;
  });
}
