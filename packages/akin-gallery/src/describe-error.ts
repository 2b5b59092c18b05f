const SYSTEM_ERRORS: Record<string, string> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "there is no such file or folder",
  ENOTDIR: "part of the path is not a folder",
  ELOOP: "its symbolic links lead in a circle",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  EIO: "the disk reports a read or write error",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
};

/** Native libraries repeat themselves line by line, at length. */
const LONGEST_MESSAGE = 200;

/** What an error says, in one line without stack or control characters. */
export function describeError(error: unknown): string {
  const code = errorCode(error);
  const known = code === undefined ? undefined : SYSTEM_ERRORS[code];
  if (known !== undefined) return known;
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split("\n").map(oneLine).filter(Boolean);
  const text = [...new Set(lines)].join("; ");
  if (text.length <= LONGEST_MESSAGE) return text || "unknown error";
  return `${text.slice(0, LONGEST_MESSAGE)}…`;
}

/** The `code` that Node and most libraries give their errors. */
export function errorCode(error: unknown): string | undefined {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return undefined;
}

/** Text as one printable line: file names may hold newlines and terminal control codes. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
}
