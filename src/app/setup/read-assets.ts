// The files that themes name, looked at before anything is published: what they are, and that they ask nobody for anything.
import { createHash } from "node:crypto";
import type { Finding } from "./lawfulness.ts";
import type { Path } from "./marked-yaml.ts";
import type { Asset, Theme } from "./theme.ts";

/** Reads a file by the path that stands in licet.yaml; null: there is none that can be read. */
export type ReadAsset = (path: string) => Buffer | null;

/** What a theme says in the file, where its files still have their paths. */
interface DeclaredThemes {
  readonly theme?: Theme;
  readonly forms: Readonly<Record<string, { readonly theme?: Theme }>>;
}

interface Kind {
  readonly extension: string;
  readonly mediaType: string;
  readonly is: (bytes: Buffer) => boolean;
}

const begins = (...start: readonly number[]) => {
  const expected = Buffer.from(start);
  return (bytes: Buffer) => bytes.subarray(0, expected.length).equals(expected);
};

const pictures: readonly Kind[] = [
  { extension: "png", mediaType: "image/png", is: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { extension: "jpg", mediaType: "image/jpeg", is: begins(0xff, 0xd8, 0xff) },
  {
    extension: "svg",
    mediaType: "image/svg+xml",
    is: (bytes) => /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(bytes.toString("utf8")),
  },
];
const fonts: readonly Kind[] = [
  { extension: "woff2", mediaType: "font/woff2", is: begins(0x77, 0x4f, 0x46, 0x32) },
];

/**
 * What an SVG may not hold. It is shown as an image and served in a sandbox, where none of this would run; that it is not
 * there at all is for whoever opens the file by itself, elsewhere.
 */
const active =
  /<script|<foreignObject|<!DOCTYPE|<!ENTITY|<iframe|\son[a-z]+\s*=|javascript:|(?:href|src)\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg);)|@import|url\(\s*["']?\s*(?!#)/i;

const kilobyte = 1000;

/** Every file by its path, and what is wrong with those that cannot be taken. */
export function readAssets(
  { theme, forms }: DeclaredThemes,
  read: ReadAsset,
): { readonly assets: ReadonlyMap<string, Asset>; readonly findings: readonly Finding[] } {
  const assets = new Map<string, Asset>();
  const findings: Finding[] = [];
  const take = (path: Path, file: string | undefined, kinds: readonly Kind[], mostBytes: number) => {
    if (file === undefined) return;
    const bytes = read(file);
    const kind = bytes && kinds.find(({ is }) => is(bytes));
    const problem =
      bytes === null
        ? `names a file that cannot be read: \`${file}\``
        : bytes.length > mostBytes
          ? `names a file of ${Math.ceil(bytes.length / kilobyte)} kB; at most ${mostBytes / kilobyte} kB are taken`
          : !kind
            ? `should name a file of the kind ${kinds.map(({ extension }) => `\`${extension}\``).join(", ")}`
            : kind.extension === "svg" && active.test(bytes.toString("utf8"))
              ? "names an SVG that holds a script, a declaration or a way to another file; save it as a plain one"
              : null;
    if (problem !== null) findings.push({ path, problem });
    else if (bytes && kind) assets.set(file, assetOf(bytes, kind));
  };
  const look = (path: Path, declared: Theme | undefined) => {
    take([...path, "logo", "file"], declared?.logo?.file, pictures, 50 * kilobyte);
    take([...path, "fontFile"], declared?.fontFile, fonts, 100 * kilobyte);
  };
  look(["theme"], theme);
  for (const [key, form] of Object.entries(forms)) look(["forms", key, "theme"], form.theme);
  return { assets, findings };
}

/** The thing with its theme, whose files have the names of assets. */
export function themed<Thing extends object>(
  thing: Thing,
  theme: Theme | undefined,
  assets: ReadonlyMap<string, Asset>,
): Thing & { readonly theme?: Theme } {
  if (theme === undefined) return thing;
  const name = (file: string) => assets.get(file)?.name ?? file;
  return {
    ...thing,
    theme: {
      ...theme,
      ...(theme.fontFile !== undefined && { fontFile: name(theme.fontFile) }),
      ...(theme.logo && { logo: { ...theme.logo, file: name(theme.logo.file) } }),
    },
  };
}

function assetOf(bytes: Buffer, { extension, mediaType }: Kind): Asset {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 24);
  return { name: `${hash}.${extension}`, mediaType, bytes };
}
