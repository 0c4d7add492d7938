// Checks the timestamps of the head that a receipt leads to. Apart from `licet/verify`, since reading certificates needs more than Node.
import { Problem } from "../core/input.ts";
import { formatInstant } from "../core/instant.ts";
import { readReceipt } from "./read-receipt.ts";
import { checkpointOf } from "./receipt-attested.ts";
import { type Finding, proved, unproved, wrong } from "./receipt-findings.ts";
import { timestampFaults, verifyTimestamp } from "./timestamp.ts";

/** @param anchors - the certificates that are trusted, PEM; empty: none. */
export async function checkTimestamps(text: string, anchors: string): Promise<Finding[]> {
  const receipt = readReceipt(text);
  if (receipt instanceof Problem) return [];
  const { checkpoint, timestamps } = receipt.evidence.log;
  return Promise.all(
    timestamps.map(async (token): Promise<Finding> => {
      const checked = await verifyTimestamp(Buffer.from(token, "base64"), checkpointOf(checkpoint), anchors);
      if (checked.ok)
        return proved(
          `the authority \`${checked.by}\` was shown the head of the log at ${formatInstant(checked.at)}: whatever it covers is older`,
        );
      if (checked.fault !== "untrusted" || checked.said === undefined)
        return wrong(`a timestamp of the head does not hold: ${timestampFaults[checked.fault]}`);
      const { by, at } = checked.said;
      return unproved(
        `that the head of the log was shown to the authority \`${by}\` at ${formatInstant(at)}: its timestamp is whole, and no certificate that you trust leads to it (\`--anchors\`)`,
      );
    }),
  );
}
