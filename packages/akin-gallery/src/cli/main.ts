import { resolve } from "node:path";
import { AkinError } from "../akin-error.js";
import { describeError, errorCode, oneLine } from "../describe-error.js";
import { diskError } from "../disk-error.js";
import { rememberedAlbum } from "../open-gallery.js";
import { AKIN_VERSION } from "../version.js";
import type { Command } from "./command.js";
import { COMMANDS } from "./commands.js";
import { type GalleryConfig, readConfigFile } from "./config-file.js";
import { commandHelp, generalHelp } from "./help.js";
import { akinOptions, type OptionValues, text } from "./option-values.js";
import { parseArguments } from "./parse-arguments.js";
import { clearLine, terminalEffects } from "./terminal-effects.js";

const EXIT_FAILED = 1;
const EXIT_USAGE = 2;
const EXIT_INTERRUPTED = 130;

// Whoever reads the output may have read enough, as `head` does.
process.stdout.on("error", (error) => {
  if (errorCode(error) !== "EPIPE") throw error;
  process.exit();
});
process.exitCode = await main(process.argv.slice(2));

/** Runs one command; returns the exit code. The only place that prints results and errors. */
async function main(args: string[]): Promise<number> {
  const interrupted = new AbortController();
  process.on("SIGINT", () => {
    // The first Ctrl-C lets the batch at hand be kept, the second does not wait.
    if (interrupted.signal.aborted) process.exit(EXIT_INTERRUPTED);
    interrupted.abort(new AkinError("ABORTED", "interrupted; what was finished is kept"));
  });
  process.on("SIGTERM", () =>
    interrupted.abort(new AkinError("ABORTED", "stopped; what was finished is kept")),
  );
  try {
    return await runCommand(args, interrupted.signal);
  } catch (thrown) {
    const error = diskError(thrown) ?? thrown;
    printError(error, args);
    if (interrupted.signal.aborted) return EXIT_INTERRUPTED;
    const isUsage =
      error instanceof AkinError && (error.code === "USAGE" || error.code === "BAD_CONFIG");
    return isUsage ? EXIT_USAGE : EXIT_FAILED;
  }
}

async function runCommand([name = "", ...args]: string[], signal: AbortSignal): Promise<number> {
  if (name === "--version" || name === "-v") return print([AKIN_VERSION]);
  if (name === "--help" || name === "-h" || name === "help") return print([generalHelp()]);
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    if (name === "") {
      process.stderr.write(`${generalHelp()}\n`);
      return EXIT_USAGE;
    }
    throw new AkinError("USAGE", `there is no command "${oneLine(name)}"; akin --help lists them`);
  }
  if (args.includes("--help") || args.includes("-h")) return print([commandHelp(command)]);

  const { positionals, values: given } = parseArguments(command, args);
  const config = configFor(command, positionals, given);
  const values = { ...config.values, ...given };
  const {
    json,
    text,
    exitCode = 0,
  } = await command.run({
    positionals,
    values,
    options: akinOptions(values, config.settings),
    effects: terminalEffects(values.quiet === true, signal),
  });
  print(values.json === true ? json.map((line) => JSON.stringify(line)) : text);
  return exitCode;
}

/** gallery.config.json of the photo folder, given or remembered by the gallery, or of the current folder. */
function configFor(
  command: Command,
  positionals: readonly string[],
  given: OptionValues,
): GalleryConfig {
  const isAlbumGiven =
    command.name === "build" || command.name === "index" || command.name === "embed";
  const album = (isAlbumGiven && positionals[0]) || rememberedAlbum(text(given.out) ?? "gallery");
  const folders = album ? [resolve(album), process.cwd()] : [process.cwd()];
  const { values, settings } = readConfigFile(folders);
  const concerns = ([name]: [string, unknown]) => command.options.some((option) => option === name);
  return { values: Object.fromEntries(Object.entries(values).filter(concerns)), settings };
}

function print(lines: readonly string[]): number {
  for (const line of lines) process.stdout.write(`${line}\n`);
  return 0;
}

function printError(error: unknown, args: readonly string[]): void {
  const code = error instanceof AkinError ? error.code : (errorCode(error) ?? "FAILED");
  const message = error instanceof AkinError ? oneLine(error.message) : describeError(error);
  if (args.includes("--json")) {
    process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  } else {
    process.stderr.write(`${clearLine(process.stderr)}akin: ${message}\n`);
  }
  if (args.includes("--debug")) console.error(error);
}
