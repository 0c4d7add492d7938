// The files that a campaign takes along: those of `--attach`, and the images beside its template.
import { hash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { TemplateSource } from "../app/campaigns/campaign.ts";
import { CodedError } from "../errors.ts";
import { type Attachment, mediaTypeOf } from "../mail/attachments.ts";

/**
 * @param file - of the template: its images are looked for from there.
 * @returns the template, which shows those images, and all that goes with it.
 * @throws CodedError `file-unreadable`; `attachment-malformed` where an image is none; `template-malformed`.
 */
export async function withFiles(
  template: TemplateSource,
  file: string,
  attached: readonly string[],
): Promise<{ readonly template: TemplateSource; readonly attachments: readonly Attachment[] }> {
  const { imageFilesOf } = await import("../mail/template.ts");
  const images: Record<string, string> = {};
  const shown = new Map<string, Attachment>();
  for (const address of await imageFilesOf(template)) {
    const image = await readImage(resolve(dirname(file), pathIn(address)));
    images[address] = image.cid;
    shown.set(image.cid, image);
  }
  const files = await Promise.all(attached.map((path) => readAttached(path)));
  return {
    template: shown.size === 0 ? template : { ...template, images },
    attachments: [...shown.values(), ...files],
  };
}

async function readImage(path: string): Promise<Attachment & { readonly cid: string }> {
  const image = await readAttached(path);
  if (!image.type.startsWith("image/"))
    throw new CodedError(
      "attachment-malformed",
      `\`${path}\` is shown as an image, and its name is that of none`,
    );
  // The same image is the same part, however often it is shown.
  return { ...image, cid: `${hash("sha256", image.bytes).slice(0, 24)}@licet` };
}

async function readAttached(path: string): Promise<Attachment> {
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new CodedError("file-unreadable", `\`${path}\` (${cause.code})`, { cause });
  });
  const name = basename(path);
  return { name, type: mediaTypeOf(name), cid: null, bytes };
}

/** As it stands in the page it may be encoded, once for HTML and once for an address. */
function pathIn(address: string): string {
  const text = address.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
