// How the public pages of a controller look: a few colours, a font and a logo; all else follows from them.
export interface Theme {
  readonly colours?: { readonly light: Palette; readonly dark?: Palette };
  readonly font?: FontName;
  /** The name of an asset, woff2: set before the font of that name. */
  readonly fontFile?: string;
  readonly logo?: Logo;
}

/** Each `#rrggbb`. `accent`: links, buttons, and what has the focus. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly accent: string;
}

export interface Logo {
  /** The name of an asset. */
  readonly file: string;
  /** In each language. */
  readonly alt: Readonly<Record<string, string>>;
}

/** Fonts that are on the reader's machine already, so that nobody is asked for them: headings, and text. */
export const FONTS = ["classic", "plain", "humanist", "geometric", "serif"] as const;
export type FontName = (typeof FONTS)[number];

/** A file that pages show, named by the hash of its bytes; it never changes. */
export interface Asset {
  /** The first 24 hex digits of its SHA-256, and what it is: `0f3a….svg`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface AssetsTable {
  /** Adds those that are not there yet. */
  add(assets: readonly Asset[]): Promise<void>;
  find(name: string): Promise<Asset | null>;
}
