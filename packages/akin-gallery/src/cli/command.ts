import type { Effects } from "../effects.js";
import type { AkinOptions } from "../options.js";
import type { OptionName } from "./command-options.js";
import type { OptionValues } from "./option-values.js";

/** What a command gets: its arguments, checked, and its effects. */
export interface CommandInput {
  positionals: string[];
  /** The command line's values over those of gallery.config.json. */
  values: OptionValues;
  /** The same, with defaults. */
  options: AkinOptions;
  effects: Effects;
}

/** What a command leaves to be printed. */
export interface CommandResult {
  /** Each is one line of `--json`; all commands but `similar` have one. */
  json: unknown[];
  /** Lines for people. */
  text: string[];
  /** Default 0. */
  exitCode?: number;
}

/** A command of the command line. */
export interface Command {
  name: string;
  /** What it does, in one line. */
  summary: string;
  positionals: { least: number; most: number; name: string };
  options: readonly OptionName[];
  run(input: CommandInput): Promise<CommandResult>;
}
