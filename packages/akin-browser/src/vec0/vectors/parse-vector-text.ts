/** What strtod takes for a number, but for hexadecimal. */
const FLOAT = /[ \t\n\v\f\r]*([+-]?(?:inf(?:inity)?|nan|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))/iy;
/** What strtol takes. */
const INTEGER = /[ \t\n\v\f\r]*([+-]?\d+)/y;
/** What may stand between two numbers; sqlite-vec does not insist on the comma. */
const BETWEEN = /[ \t\n\r,]*/y;

/** `[1, 2.5, -3e2]`. @throws Error in sqlite-vec's words */
export function parseFloats(text: string): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    parseNumbers(text, FLOAT, (token) => {
      const lower = token.toLowerCase();
      if (/[in]/.test(lower)) {
        if (lower.includes("nan")) return Number.NaN;
        return lower.startsWith("-") ? -Infinity : Infinity;
      }
      const value = Number(token);
      // Beyond what a double can hold.
      const vanished = value === 0 && /[1-9]/.test(lower.split("e")[0] ?? "");
      if (!Number.isFinite(value) || vanished) throw new Error("JSON parsing error");
      return value;
    }),
  );
}

/** `[1, -128, 127]`. @throws Error in sqlite-vec's words */
export function parseInt8s(text: string): Int8Array<ArrayBuffer> {
  return Int8Array.from(
    parseNumbers(text, INTEGER, (token) => {
      const value = Number(token);
      if (value < -128 || value > 127) {
        throw new Error("JSON parsing error: value out of range for int8");
      }
      return value;
    }),
  );
}

function parseNumbers(text: string, number: RegExp, convert: (token: string) => number): number[] {
  const start = /^[ \t\n\r]*\[/.exec(text);
  if (start === null) {
    throw new Error("JSON array parsing error: Input does not start with '['");
  }
  const numbers: number[] = [];
  let at = start[0].length;
  while (at < text.length && text[at] !== "]") {
    number.lastIndex = at;
    const match = number.exec(text);
    if (match?.[1] === undefined) throw new Error("JSON parsing error");
    numbers.push(convert(match[1]));
    BETWEEN.lastIndex = number.lastIndex;
    BETWEEN.exec(text);
    at = BETWEEN.lastIndex;
  }
  if (numbers.length === 0) throw new Error("zero-length vectors are not supported.");
  return numbers;
}
