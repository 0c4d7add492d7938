// Asks Licet what a form shows on this page.

/** As `GET /api/v1/forms/{form}` answers. */
export interface Shown {
  readonly token: string;
  readonly language: string;
  readonly boxes: {
    readonly legend: string;
    readonly hint: string;
    readonly items: readonly { readonly key: string; readonly text: string }[];
  } | null;
  readonly softOptIn: { readonly legend: string; readonly text: string; readonly refusal: string } | null;
  readonly notice: {
    readonly title: string;
    readonly rows: readonly { readonly title: string; readonly text: string }[];
    readonly whole: { readonly label: string; readonly url: string };
  };
}

const longestWaitMs = 20_000;

/** @throws whatever kept it from being shown: the network, the wait, or what the server said. */
export async function fetchShown(element: HTMLElement, signal: AbortSignal): Promise<Shown> {
  // Licet serves this file below its own address; bundled elsewhere, `server` says where it is.
  const server = element.getAttribute("server") ?? new URL("..", import.meta.url).href;
  const key = encodeURIComponent(element.dataset.form ?? "");
  const address = new URL(`api/v1/forms/${key}`, server.endsWith("/") ? server : `${server}/`);
  const language = languageOf(element);
  if (language !== "") address.searchParams.set("lang", language);
  address.searchParams.set("page", location.origin + location.pathname);
  const answer = await fetch(address, {
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.any([signal, AbortSignal.timeout(longestWaitMs)]),
  });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}; see \`embedding\` in licet.yaml`);
  return (await answer.json()) as Shown;
}

/** Its own, else the page's; empty: the browser tells the server its languages itself. */
export function languageOf(element: HTMLElement): string {
  return element.closest<HTMLElement>("[lang]")?.lang ?? "";
}
