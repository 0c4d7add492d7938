// All that an agent may have done. None of it records a fact, starts a campaign, erases anybody or changes the set-up.
import { ask } from "./ask.ts";
import { draft } from "./draft-message.ts";
import { explain } from "./explain.ts";
import { previewAudience } from "./preview-audience.ts";
import { send } from "./send-message.ts";
import { show } from "./show-message.ts";
import type { Tool } from "./tool.ts";

export const tools: readonly Tool[] = [ask, explain, previewAudience, draft, send, show];
