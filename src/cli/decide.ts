// `licet decide`: questions in, answers out, as JSON Lines; no database, no network, no clock.
import { type Command, InvalidArgumentError } from "commander";
import { command } from "./command.ts";
import { exit } from "./failure.ts";
import { lineBatches } from "./json-lines.ts";
import { write } from "./terminal.ts";
