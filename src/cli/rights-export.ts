// `licet rights export`: everything that is held about one person, for whoever answers them by hand.
import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { CodedError } from "../errors.ts";
import { parseAddress } from "../ledger/address.ts";
import { subjectIdOf } from "../ledger/secrets.ts";
import { command } from "./command.ts";
import { sayJson, warn } from "./terminal.ts";

export function rightsExportCommand(): Command {
  return command("rights export", "Write out everything that is held about one person (GDPR 15, 20).", [
    ["licet rights export ana@example.com > ana.json", "complete, for programs"],
    ["licet rights export ana@example.com --pdf ana.pdf", "to read, in the person's language"],
  ])
    .argument("<email>", "the address of the person")
    .option("--pdf <file>", "write a PDF there instead")
    .action(async (email: string, options: { pdf?: string }) => {
      const address = parseAddress(email);
      if (address === null) throw new CodedError("address-malformed");
      const { withWorld } = await import("./with-world.ts");
      const { heldData } = await import("../app/rights/held.ts");
      const { inLanguage } = await import("../app/setup/in-language.ts");
      const { held, now } = await withWorld(async ({ world }) => {
        const subject = subjectIdOf(address, world.secrets);
        const setup = await world.store.setup.current();
        if (!setup) throw new CodedError("setup-missing");
        const person = (await world.store.people.find([subject])).get(subject);
        const language = inLanguage(setup.controller.content.languages, person?.language);
        return { held: await heldData(world, subject, language), now: world.clock.now() };
      });
      if (options.pdf === undefined) return sayJson(held);
      const { heldPaper } = await import("../app/rights/held-paper.ts");
      const { renderPdf } = await import("../paper/render.ts");
      // Readable by whoever runs the command alone: it holds all that is personal.
      writeFileSync(options.pdf, await renderPdf(heldPaper(held), { createdAt: now }), { mode: 0o600 });
      warn(`written to \`${options.pdf}\``);
    });
}
