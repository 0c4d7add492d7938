// With each test file: what it leaves is taken away, though the process goes on to the next.
import { afterAll } from "vitest";
import { leave } from "../cli/run.ts";
import { dropDatabases } from "./world.ts";

afterAll(leave);
afterAll(dropDatabases);
