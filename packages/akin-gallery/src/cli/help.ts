import type { Command } from "./command.js";
import { type CommandOption, OPTIONS } from "./command-options.js";
import { COMMANDS } from "./commands.js";

/** `akin --help`. */
export function generalHelp(): string {
  const width = Math.max(...COMMANDS.map((command) => usage(command).length));
  return [
    "Akin: from a folder of photos, a static web gallery in which every photo shows the photos most like it.",
    "",
    ...COMMANDS.map((command) => `  ${usage(command).padEnd(width)}  ${command.summary}`),
    "",
    "akin <command> --help lists a command's options. Options may also stand in gallery.config.json, in the photo",
    "folder or the current one.",
    "",
    "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but some photos failed (--strict), 130 interrupted.",
  ].join("\n");
}

/** `akin <command> --help`. */
export function commandHelp(command: Command): string {
  const rows = command.options.map((name) => {
    const { short, value, help }: CommandOption = OPTIONS[name];
    const left = `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;
    return { left, help };
  });
  const width = Math.max(...rows.map(({ left }) => left.length));
  return [
    `${usage(command)}: ${command.summary}`,
    "",
    ...rows.map(({ left, help }) => `  ${left.padEnd(width)}  ${help}`),
  ].join("\n");
}

function usage({ name, positionals }: Command): string {
  return `akin ${name} ${positionals.name}`.trim();
}
