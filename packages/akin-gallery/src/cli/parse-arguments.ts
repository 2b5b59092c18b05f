import { parseArgs } from "node:util";
import { AkinError } from "../akin-error.js";
import type { Command } from "./command.js";
import { type CommandOption, OPTIONS, type OptionName } from "./command-options.js";
import { nearName } from "./near-name.js";
import { checkedValue, type OptionValues } from "./option-values.js";

export interface ParsedArguments {
  positionals: string[];
  values: OptionValues;
}

/**
 * Parses what stands behind a command's name.
 * @throws AkinError `USAGE` that names an unknown option, a missing value, or an argument too many or too few
 */
export function parseArguments(command: Command, args: string[]): ParsedArguments {
  const { tokens } = parseArgs({
    args,
    options: parserOptions(command.options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const positionals: string[] = [];
  const values: OptionValues = {};
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const name = command.options.find((option) => option === token.name);
    if (name === undefined) throw unknownOption(command, token.rawName);
    addValue(values, name, token.value, token.rawName);
  }
  checkPositionals(command, positionals);
  return { positionals, values };
}

function parserOptions(names: readonly OptionName[]) {
  return Object.fromEntries(
    names.map((name) => {
      const { type, short }: CommandOption = OPTIONS[name];
      const isText = type !== "boolean" && type !== "switch";
      const parsed = isText ? ("string" as const) : ("boolean" as const);
      return [name, short === undefined ? { type: parsed } : { type: parsed, short }];
    }),
  );
}

function addValue(
  values: OptionValues,
  name: OptionName,
  value: string | undefined,
  rawName: string,
): void {
  const { type }: CommandOption = OPTIONS[name];
  if (type === "boolean") {
    if (value !== undefined) throw new AkinError("USAGE", `${rawName} takes no value`);
    values[name] = true;
    return;
  }
  if (type === "switch") {
    values[name] = checkedValue(name, value ?? true, rawName);
    return;
  }
  if (value === undefined) throw new AkinError("USAGE", `${rawName} needs a value`);
  if (type === "list") {
    const before = values[name];
    const all = [...(Array.isArray(before) ? before : []), value];
    values[name] = checkedValue(name, all, rawName);
  } else {
    values[name] = checkedValue(name, value, rawName);
  }
}

function unknownOption(command: Command, rawName: string): AkinError {
  const known = command.options.map((name) => `--${name}`);
  const near = nearName(known, rawName);
  const hint = near ? `; did you mean ${near}?` : `; see akin ${command.name} --help`;
  return new AkinError("USAGE", `akin ${command.name} has no option ${rawName}${hint}`);
}

function checkPositionals(command: Command, positionals: readonly string[]): void {
  const { least, most, name } = command.positionals;
  if (positionals.length < least) {
    throw new AkinError(
      "USAGE",
      `akin ${command.name} needs ${name}; see akin ${command.name} --help`,
    );
  }
  if (positionals.length > most) {
    throw new AkinError(
      "USAGE",
      `akin ${command.name} takes no further argument "${positionals[most]}"`,
    );
  }
}
